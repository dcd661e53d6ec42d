package perennial.library;

import java.time.Duration;
import java.util.List;

/**
 * All that one version of an item consists of. Every time in it is on the item's own clock: 0 is its first picture.
 *
 * @param length of the joined item
 * @param streams one a view, the one to start with first; at least one
 * @param originals the files as they were delivered, byte for byte
 * @param captions at most one a language, the one to start with first
 * @param chapters in order; one a segment
 * @param chat in order
 * @param segments where each segment of the recording lies, in order; empty for what has none
 */
public record Content(
        Duration length,
        List<StreamPart> streams,
        List<OriginalFile> originals,
        List<Track> captions,
        List<ChapterMark> chapters,
        List<ChatLine> chat,
        List<SegmentPlace> segments) {
    public Content {
        if (length.isNegative()) throw new IllegalArgumentException("negative length: " + length);
        if (streams.isEmpty()) throw new IllegalArgumentException("an item needs a stream to play");
        streams = List.copyOf(streams);
        originals = List.copyOf(originals);
        captions = List.copyOf(captions);
        chapters = List.copyOf(chapters);
        chat = List.copyOf(chat);
        segments = List.copyOf(segments);
    }

    /** Of a thing that was recorded in one go. */
    public Content(
            Duration length,
            List<StreamPart> streams,
            List<OriginalFile> originals,
            List<Track> captions,
            List<ChapterMark> chapters,
            List<ChatLine> chat) {
        this(length, streams, originals, captions, chapters, chat, List.of());
    }
}
