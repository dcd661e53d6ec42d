package perennial.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import perennial.jobs.Lease;
import perennial.library.ChapterMark;
import perennial.library.ChatLine;
import perennial.library.Content;
import perennial.library.OriginalFile;
import perennial.library.SegmentPlace;
import perennial.library.Track;
import perennial.video.TimeMap;

/** Makes of a recording's stored files what the library shows: one item of all segments, or one of each (M2). */
@Component
class Items {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Joins joins;
    private final Texts texts;

    Items(Joins joins, Texts texts) {
        this.joins = joins;
        this.texts = texts;
    }

    /**
     * What becomes one item.
     *
     * @param source where the library knows it from
     */
    record Item(String source, String title, Instant recordedAt, Content content) {}

    /**
     * What the settings say about the shape.
     *
     * @param concatenate all segments in one item, or each in its own
     * @param privateChat also what was written to single people
     */
    record Shape(boolean concatenate, boolean privateChat) {}

    /** The items, in order of their segments. Views that are to be joined are joined here, which may take minutes. */
    List<Item> of(LedgerRecording recording, List<LedgerFile> stored, Segments segments, Shape shape, Lease lease) {
        return shape.concatenate()
                ? List.of(whole(recording, stored, segments, shape, lease))
                : parts(recording, stored, segments, shape, lease);
    }

    private Item whole(
            LedgerRecording recording, List<LedgerFile> stored, Segments segments, Shape shape, Lease lease) {
        var joined = joins.streams(recording.id(), segments, lease);
        var times = joined.times();
        var content = new Content(
                times.length(),
                joined.streams(),
                originals(recording, stored, segments),
                texts.captions(stored, segments, times),
                chapters(title(recording), times),
                texts.chat(recording, stored, segments, times, shape.privateChat()),
                places(times));
        return new Item(recording.source(), title(recording), segments.starts().getFirst(), content);
    }

    private List<Item> parts(
            LedgerRecording recording, List<LedgerFile> stored, Segments segments, Shape shape, Lease lease) {
        var all = times(segments);
        var chat = texts.chat(recording, stored, segments, all, shape.privateChat());
        return IntStream.range(0, segments.starts().size())
                .mapToObj(i -> part(recording, stored, segments, all, chat, i, lease))
                .toList();
    }

    private Item part(
            LedgerRecording recording,
            List<LedgerFile> stored,
            Segments segments,
            TimeMap all,
            List<ChatLine> chat,
            int number,
            Lease lease) {
        var one = segments.only(number);
        var files = stored.stream()
                .filter(file -> Texts.segmentOf(file, segments) == number)
                .toList();
        var place = all.segments().get(number);
        boolean last = number + 1 == segments.starts().size();
        var end =
                last ? all.length().plus(Duration.ofMillis(1)) : place.offset().plus(place.length());
        List<Track> captions = texts.captions(files, one, times(one));
        var title = segments.starts().size() == 1
                ? title(recording)
                : "%s (part %d)".formatted(title(recording), number + 1);
        var content = new Content(
                place.length(),
                joins.streams(recording.id(), one, lease).streams(),
                originals(recording, files, one),
                captions,
                List.of(),
                Texts.within(chat, place.offset(), end),
                places(times(one)));
        var start = one.starts().getFirst();
        return new Item("%s#%s".formatted(recording.source(), start), title, start, content);
    }

    private static List<SegmentPlace> places(TimeMap times) {
        return times.segments().stream()
                .map(segment -> new SegmentPlace(segment.recordingStart(), segment.offset()))
                .toList();
    }

    private static TimeMap times(Segments segments) {
        return TimeMap.of(IntStream.range(0, segments.starts().size())
                .mapToObj(i -> new TimeMap.Measured(
                        segments.starts().get(i), segments.lengths().get(i)))
                .toList());
    }

    private static List<ChapterMark> chapters(String title, TimeMap times) {
        if (times.segments().size() == 1) return List.of(new ChapterMark(Duration.ZERO, title));
        return IntStream.range(0, times.segments().size())
                .mapToObj(i -> new ChapterMark(times.segments().get(i).offset(), "Part " + (i + 1)))
                .toList();
    }

    private static List<OriginalFile> originals(LedgerRecording recording, List<LedgerFile> stored, Segments segments) {
        var originals = new ArrayList<OriginalFile>();
        for (var file : stored) {
            var blob = file.blob();
            var sha256 = file.sha256();
            if (blob == null || sha256 == null) continue;
            originals.add(new OriginalFile(
                    name(recording, file),
                    file.fileType().isBlank() ? file.extension() : file.fileType(),
                    file.recordingType(),
                    blob,
                    file.size(),
                    sha256,
                    Texts.segmentOf(file, segments)));
        }
        return originals;
    }

    /** Such as {@code Weekly review 2026-09-30 08.15 active_speaker.mp4}; as text, never as a path. */
    private static String name(LedgerRecording recording, LedgerFile file) {
        var kind = file.recordingType().isBlank() ? file.fileType().toLowerCase(Locale.ROOT) : file.recordingType();
        var what = file.fileName() == null ? kind : file.fileName();
        var start = file.start() == null ? recording.start() : file.start();
        var extension = file.extension().isBlank() ? "" : "." + file.extension().toLowerCase(Locale.ROOT);
        return "%s %s %s%s".formatted(title(recording), MINUTE.format(start), what, extension);
    }

    private static String title(LedgerRecording recording) {
        var topic = recording.topic().strip();
        return topic.isEmpty() ? "Zoom meeting of %s".formatted(MINUTE.format(recording.start())) : topic;
    }
}
