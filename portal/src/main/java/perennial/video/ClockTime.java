package perennial.video;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as the files of a recording write them: {@code 00:01:02.345}, {@code 01:02.345}, {@code 27:00:01}. */
final class ClockTime {
    /** The pattern's text, for patterns that contain a time. Hours may be absent, and may pass 24. */
    static final String REGEX = "(?:\\d{1,4}:)?[0-5]?\\d:[0-5]\\d(?:[.,]\\d{1,9})?";

    private static final Pattern WHOLE = Pattern.compile("(?:(\\d{1,4}):)?([0-5]?\\d):([0-5]\\d)(?:[.,](\\d{1,9}))?");

    private ClockTime() {}

    static Optional<Duration> parse(String text) {
        var match = WHOLE.matcher(text.strip());
        if (!match.matches()) return Optional.empty();
        var hours = match.group(1);
        var fraction = match.group(4);
        return Optional.of(Duration.ofHours(hours == null ? 0 : Integer.parseInt(hours))
                .plusMinutes(Integer.parseInt(match.group(2)))
                .plusSeconds(Integer.parseInt(match.group(3)))
                .plusNanos(fraction == null ? 0 : Long.parseLong((fraction + "00000000").substring(0, 9))));
    }
}
