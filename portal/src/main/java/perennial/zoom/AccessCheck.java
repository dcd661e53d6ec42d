package perennial.zoom;

import java.util.List;

/** What a look at a connection found out. */
public sealed interface AccessCheck {

    /**
     * Zoom accepts the credentials.
     *
     * @param missingScopes what to tick at Zoom before everything needed works, by name; empty when nothing is missing
     */
    record Accepted(List<String> missingScopes, CloudRecording cloudRecording) implements AccessCheck {
        public Accepted {
            missingScopes = List.copyOf(missingScopes);
        }
    }

    /** Zoom does not accept them; {@code reason} is a sentence for a Manager. */
    record Refused(String reason) implements AccessCheck {}

    /** Whether Zoom records into its cloud at all, as the settings of a licensed user say. */
    enum CloudRecording {
        ON,
        OFF,
        NOT_CHECKABLE
    }
}
