package perennial.sync;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The decision to delete one recording at Zoom, and what came of it.
 *
 * @param allowedBy who confirmed that this connection deletes, and when
 * @param callingAt when it was about to be called last; from then on it may have reached Zoom
 * @param answer Zoom's, in words
 * @param readBack what was seen at Zoom afterwards
 */
public record DeletionIntent(
        UUID id,
        RecordingId recording,
        UUID certificate,
        boolean permanently,
        String allowedBy,
        IntentState state,
        Instant intendedAt,
        @Nullable Instant callingAt,
        @Nullable Instant calledAt,
        String answer,
        @Nullable Instant doneAt,
        String readBack) {
    /** What the answer is called while none came. */
    static final String NO_ANSWER = "No answer came";

    /** Whether Zoom may have got the call, and its answer is not known. */
    boolean unanswered() {
        return state == IntentState.INTENDED && callingAt != null;
    }
}
