package perennial.sync;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the last check of a connection found: Authorization Status.
 *
 * @param reason why not, in Zoom's words made plain; empty when all is well
 * @param missingScopes what to tick at Zoom, by name
 * @param checkedAt null when it was never checked
 */
public record Authorization(
        Status status,
        String reason,
        List<String> missingScopes,
        CloudRecording cloudRecording,
        @Nullable Instant checkedAt) {

    static final Authorization NOT_CHECKED =
            new Authorization(Status.NOT_CHECKED, "", List.of(), CloudRecording.NOT_CHECKABLE, null);

    public Authorization {
        missingScopes = List.copyOf(missingScopes);
    }

    /** Whether Zoom lets us in. */
    public enum Status {
        NOT_CHECKED,
        AUTHORIZED,
        MISSING_SCOPES,
        REFUSED;

        /** The word of the API. */
        @JsonValue
        public String word() {
            return Word.of(this);
        }
    }

    /** Whether the Zoom account records into its cloud at all. */
    public enum CloudRecording {
        ON,
        OFF,
        NOT_CHECKABLE;

        /** The word of the API. */
        @JsonValue
        public String word() {
            return Word.of(this);
        }
    }
}
