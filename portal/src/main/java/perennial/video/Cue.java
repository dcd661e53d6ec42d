package perennial.video;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One line of a transcript or of captions.
 *
 * @param start when it is said, from the beginning of the media it belongs to
 * @param end when it is over; never before {@code start}
 * @param speaker who says it, when the file tells
 * @param text what is said: plain text, lines parted by {@code \n}
 */
public record Cue(Duration start, Duration end, @Nullable String speaker, String text) {
    public Cue {
        if (start.isNegative()) throw new IllegalArgumentException("a cue cannot start at " + start);
        if (end.compareTo(start) < 0) throw new IllegalArgumentException("a cue from %s to %s".formatted(start, end));
    }

    /** The same words at another place. */
    public Cue at(Duration newStart) {
        return new Cue(newStart, newStart.plus(end.minus(start)), speaker, text);
    }
}
