package perennial.watch.web;

import java.time.Duration;
import java.util.Optional;

/** Moments of a video as addresses and scripts name them: seconds, perhaps with a fraction. */
final class StartTime {
    private static final double LONGEST_SECONDS = 1_000_000;

    private StartTime() {}

    /** The moment that {@code text} names; 0 for what is no number of seconds. */
    static Duration of(String text) {
        try {
            return seconds(Double.parseDouble(text.endsWith("s") ? text.substring(0, text.length() - 1) : text));
        } catch (NumberFormatException e) {
            return Duration.ZERO; // a link with a broken time is still a link to the video
        }
    }

    /** A moment as people type it: "19:20", "1:02:03" or seconds; empty for anything else. */
    static Optional<Duration> typed(String text) {
        if (!text.matches("\\d{1,7}(:[0-5]?\\d){0,2}(\\.\\d{1,3})?")) return Optional.empty();
        double seconds = 0;
        for (var part : text.split(":", -1)) seconds = seconds * 60 + Double.parseDouble(part);
        return Optional.of(seconds(seconds));
    }

    /** {@code seconds} within what a video can have; 0 for what is no number. */
    static Duration seconds(double seconds) {
        if (!(seconds > 0)) return Duration.ZERO;
        return Duration.ofMillis(Math.round(Math.min(seconds, LONGEST_SECONDS) * 1000));
    }

    /** Back to text: {@code 12} or {@code 12.345}. */
    static String text(Duration at) {
        var millis = at.toMillis() % 1000;
        return millis == 0 ? Long.toString(at.toSeconds()) : "%d.%03d".formatted(at.toSeconds(), millis);
    }
}
