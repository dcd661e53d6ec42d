package perennial.video;

import java.time.Duration;

/**
 * A chat message's place in the joined video.
 *
 * @param when anything but {@link When#DURING} is worth a mark: the place is the nearest, not the exact one
 */
public record Placed(Duration at, When when) {
    /** How the message relates to the recording. */
    public enum When {
        /** Written while the recording ran. */
        DURING,
        /** Written before it began; placed at 0. */
        BEFORE,
        /** Written while it was stopped; placed where the next segment begins. */
        BETWEEN,
        /** Written after it ended; placed at the end. */
        AFTER
    }
}
