package perennial.video;

import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Zoom's transcripts and closed captions (WebVTT). Takes what can be read and leaves the rest: a broken cue costs
 * that cue. Times count from the start of the segment's recording.
 */
public final class Transcripts {
    private static final Pattern TIMING =
            Pattern.compile("\\s*(" + ClockTime.REGEX + ")\\s*-->\\s*(" + ClockTime.REGEX + ")(?:\\s.*)?");
    private static final Pattern BLOCK = Pattern.compile("(NOTE|STYLE|REGION)(\\s.*)?");
    private static final Pattern NUMBER = Pattern.compile("\\s*\\d+\\s*");

    private Transcripts() {}

    /**
     * The cues by their start. Does not close {@code in}.
     *
     * @throws MediaException.NotMedia if the file is too large, or has text but neither a WebVTT header nor a cue
     */
    public static List<Cue> parse(InputStream in) {
        return cues(TextFile.read(in, "transcript"));
    }

    /** The same for text at hand. */
    public static List<Cue> parse(String text) {
        return cues(TextFile.checked(text, "transcript"));
    }

    private static List<Cue> cues(String text) {
        var raw = blocks(text.lines().toList());
        if (raw.isEmpty() && !text.isBlank() && !text.startsWith("WEBVTT")) {
            throw new MediaException.NotMedia("The transcript is no WebVTT file.");
        }
        return Speakers.tell(raw).stream()
                .sorted(Comparator.comparing(Cue::start))
                .toList();
    }

    /** Cues with their names still in the text, or from a voice tag. */
    private static List<Cue> blocks(List<String> lines) {
        var found = new ArrayList<Cue>();
        var open = (Open) null;
        boolean skipping = false;
        for (int i = 0; i < lines.size() && found.size() < TextFile.LIMIT_ENTRIES; i++) {
            var line = lines.get(i);
            var timing = TIMING.matcher(line);
            if (timing.matches()) {
                close(open, found);
                open = Open.at(timing.group(1), timing.group(2));
                skipping = false;
            } else if (line.isBlank()) {
                close(open, found);
                open = null;
                skipping = false;
            } else if (open != null) {
                if (!startsNextCue(lines, i)) open.lines.add(line);
            } else if (!skipping) {
                skipping = BLOCK.matcher(line).matches();
            }
        }
        if (found.size() < TextFile.LIMIT_ENTRIES) close(open, found);
        return found;
    }

    /** A cue's number right before a timing line, where the blank line between two cues is missing. */
    private static boolean startsNextCue(List<String> lines, int i) {
        return NUMBER.matcher(lines.get(i)).matches()
                && i + 1 < lines.size()
                && TIMING.matcher(lines.get(i + 1)).matches();
    }

    private static void close(@Nullable Open open, List<Cue> found) {
        if (open == null) return;
        var payload = CueText.read(String.join("\n", open.lines));
        if (!payload.text().isEmpty()) found.add(new Cue(open.start, open.end, payload.voice(), payload.text()));
    }

    private record Open(Duration start, Duration end, List<String> lines) {
        static Open at(String from, String to) {
            var start = ClockTime.parse(from).orElse(Duration.ZERO);
            var end = ClockTime.parse(to).orElse(start);
            return new Open(start, end.compareTo(start) < 0 ? start : end, new ArrayList<>());
        }
    }
}
