package perennial.video;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes captions for browsers. Nothing of the source's markup survives: text goes out escaped, and the only tag is our
 * own {@code <v Name>}.
 */
public final class WebVtt {
    /** Controls, and the marks that turn the direction of what follows them; a line break is handled by itself. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private WebVtt() {}

    /** The cues as one WebVTT file, in the given order. */
    public static String write(List<Cue> cues) {
        var out = new StringBuilder("WEBVTT\n");
        for (var cue : cues) {
            var text = lines(cue.text());
            if (text.isEmpty()) continue;
            out.append('\n')
                    .append(clock(cue.start()))
                    .append(" --> ")
                    .append(clock(end(cue)))
                    .append('\n');
            var speaker = cue.speaker() == null ? "" : oneLine(cue.speaker());
            if (!speaker.isEmpty()) out.append("<v ").append(speaker).append('>');
            out.append(text);
            if (!speaker.isEmpty()) out.append("</v>");
            out.append('\n');
        }
        return out.toString();
    }

    /** A cue must end after it starts, or browsers drop it. */
    private static Duration end(Cue cue) {
        var earliest = cue.start().plusMillis(1);
        return cue.end().compareTo(earliest) < 0 ? earliest : cue.end();
    }

    /** {@code 01:02:03.456}; hours grow beyond two digits where they must. */
    static String clock(Duration at) {
        return "%02d:%02d:%02d.%03d".formatted(at.toHours(), at.toMinutesPart(), at.toSecondsPart(), at.toMillisPart());
    }

    /** A blank line would end the cue, so it goes. */
    private static String lines(String text) {
        var out = new StringBuilder();
        for (var line : text.lines().toList()) {
            var clean = oneLine(line);
            if (clean.isEmpty()) continue;
            if (!out.isEmpty()) out.append('\n');
            out.append(clean);
        }
        return out.toString();
    }

    private static String oneLine(String text) {
        return CONTROLS.matcher(text)
                .replaceAll(" ")
                .strip()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
