package perennial.sync;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.library.ChatLine;
import perennial.library.Track;
import perennial.storage.BlobStore;
import perennial.video.Chats;
import perennial.video.Cue;
import perennial.video.MediaException;
import perennial.video.Speaking;
import perennial.video.TimeMap;
import perennial.video.Timelines;
import perennial.video.Transcripts;

/**
 * Reads the texts of a recording and puts them on the clock of the joined video (M2). A text that cannot be read is left
 * out; its file stays an original.
 */
@Component
class Texts {
    /** Nobody says which language was spoken. */
    private static final String UNKNOWN_LANGUAGE = "und";

    private final BlobStore store;
    private final Pauses pauses;

    Texts(BlobStore store, Pauses pauses) {
        this.store = store;
        this.pauses = pauses;
    }

    /**
     * A text file, read.
     *
     * @param segment the one it belongs to
     */
    private record Read<T>(int segment, List<T> entries) {}

    /** What is said, of every segment that has a transcript; else its closed captions. */
    List<Track> captions(List<LedgerFile> files, Segments segments, TimeMap times) {
        var bySegment = new TreeMap<Integer, List<Cue>>();
        for (var read : read(files, segments, Texts::closedCaptions, Transcripts::parse)) {
            bySegment.put(read.segment(), read.entries());
        }
        for (var read : read(files, segments, Texts::transcript, Transcripts::parse)) {
            if (!read.entries().isEmpty()) bySegment.put(read.segment(), read.entries());
        }
        var speakers = new TreeMap<Integer, List<Speaking>>();
        for (var read : read(files, segments, file -> kind(file, "TIMELINE", "timeline"), Timelines::parse)) {
            speakers.put(read.segment(), read.entries());
        }
        var cues = new ArrayList<Cue>();
        bySegment.forEach((segment, entries) -> {
            var timeline = speakers.getOrDefault(segment, List.of());
            for (var cue : entries) cues.add(placed(cue, segment, times, timeline));
        });
        cues.sort(Comparator.comparing(Cue::start));
        return cues.isEmpty() ? List.of() : List.of(new Track(UNKNOWN_LANGUAGE, "Transcript", cues));
    }

    private static Cue placed(Cue cue, int segment, TimeMap times, List<Speaking> timeline) {
        var start = times.ofTranscript(segment, cue.start());
        var end = times.ofTranscript(segment, cue.end());
        return new Cue(start, end, cue.speaker() == null ? speaker(cue, timeline) : cue.speaker(), cue.text());
    }

    /** Who speaks alone as the cue begins. */
    private static @Nullable String speaker(Cue cue, List<Speaking> timeline) {
        Speaking current = null;
        for (var speaking : timeline) {
            if (speaking.at().compareTo(cue.start()) <= 0) current = speaking;
        }
        return current != null && current.names().size() == 1 ? current.names().getFirst() : null;
    }

    /**
     * All messages, each once: Zoom may repeat the chat of earlier segments in the file of a later one.
     *
     * @param privateToo also what was written to single people (M8)
     */
    List<ChatLine> chat(
            LedgerRecording recording, List<LedgerFile> files, Segments segments, TimeMap times, boolean privateToo) {
        var paused = pauses.of(recording);
        var lines = new LinkedHashSet<ChatLine>();
        for (var read : read(files, segments, file -> kind(file, "CHAT", "chat_file"), Chats::parse)) {
            for (var message : read.entries()) {
                var to = message.to();
                if (to != null && !privateToo) continue;
                var at = times.ofChat(recording.start(), message.at(), paused).at();
                var from = to == null ? message.from() : "%s to %s".formatted(message.from(), to);
                lines.add(new ChatLine(at, from, message.text()));
            }
        }
        return lines.stream().sorted(Comparator.comparing(ChatLine::at)).toList();
    }

    private <T> List<Read<T>> read(
            List<LedgerFile> files,
            Segments segments,
            java.util.function.Predicate<LedgerFile> wanted,
            Function<InputStream, List<T>> parser) {
        var read = new ArrayList<Read<T>>();
        for (var file : files) {
            var blob = file.blob();
            if (blob == null || !wanted.test(file)) continue;
            try (var in = Channels.newInputStream(store.read(blob))) {
                read.add(new Read<>(segmentOf(file, segments), parser.apply(in)));
            } catch (MediaException.NotMedia e) {
                // It is no text of that kind. Whoever wants it downloads the original.
            } catch (IOException e) {
                throw new Paused(Reason.STORE_DOES_NOT_GIVE.sentence(file.label(), e.getMessage()), e);
            }
        }
        return read;
    }

    /** The segment with the file's start; else the last one that began before it. */
    static int segmentOf(LedgerFile file, Segments segments) {
        var start = file.start();
        int segment = 0;
        for (int i = 0; start != null && i < segments.starts().size(); i++) {
            if (!segments.starts().get(i).isAfter(start)) segment = i;
        }
        return segment;
    }

    private static boolean transcript(LedgerFile file) {
        return kind(file, "TRANSCRIPT", "audio_transcript");
    }

    private static boolean closedCaptions(LedgerFile file) {
        return kind(file, "CC", "closed_caption") || file.recordingType().equals("cc_transcript");
    }

    private static boolean kind(LedgerFile file, String fileType, String recordingType) {
        return file.fileType().toUpperCase(Locale.ROOT).equals(fileType)
                || file.recordingType().equals(recordingType);
    }

    /** The part of {@code all} that falls into one segment, on that segment's own clock. */
    static List<ChatLine> within(List<ChatLine> all, Duration from, Duration to) {
        return all.stream()
                .filter(line -> line.at().compareTo(from) >= 0 && line.at().compareTo(to) < 0)
                .map(line -> new ChatLine(line.at().minus(from), line.from(), line.text()))
                .toList();
    }
}
