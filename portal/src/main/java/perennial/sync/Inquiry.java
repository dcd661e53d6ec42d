package perennial.sync;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question that only all of Zoom's lists can answer (S11, S12, D1), and how far its answer is.
 *
 * @param connection null for one that is not made yet
 * @param askedBy an e-mail address
 * @param beganAt null while it waits for its turn
 * @param endedAt null until it is answered, or cannot be
 * @param seen recordings read from Zoom's lists so far
 * @param preview the answer to what settings would do; null before, and for a comparison
 * @param failure why there is no answer, in a sentence; empty when there is or may be one
 */
public record Inquiry(
        InquiryId id,
        Kind kind,
        @Nullable ConnectionId connection,
        String askedBy,
        Instant askedAt,
        @Nullable Instant beganAt,
        @Nullable Instant endedAt,
        int seen,
        @Nullable Preview preview,
        String failure) {

    /** What is asked. */
    public enum Kind {
        /** What settings would do, before they are saved. */
        PREVIEW,
        /** The same, because saving them lets more be deleted at Zoom. */
        CONFIRMATION,
        /** What Zoom lists against what is here. */
        COMPARISON;

        /** The word of the API. */
        @JsonValue
        public String word() {
            return Word.of(this);
        }
    }

    /** How far it is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED;

        /** The word of the API. */
        @JsonValue
        public String word() {
            return Word.of(this);
        }
    }

    public State state() {
        if (endedAt == null) return beganAt == null ? State.WAITING : State.RUNNING;
        return failure.isEmpty() ? State.DONE : State.FAILED;
    }

    public boolean ended() {
        return endedAt != null;
    }

    /** From the question to the answer; zero while there is none. */
    Duration took() {
        return endedAt == null ? Duration.ZERO : Duration.between(askedAt, endedAt);
    }
}
