package perennial.hooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of sending a message once.
 *
 * @param status of the answer; null: none came
 * @param reason why it was not taken; empty when it was
 */
record Attempt(@Nullable Integer status, String reason, Duration took) {
    private static final int GONE = 410;

    boolean taken() {
        return reason.isEmpty();
    }

    /** Whether the receiver says that it wants no more messages at all. */
    boolean gone() {
        return status != null && status == GONE;
    }
}
