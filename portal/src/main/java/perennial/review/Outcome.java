package perennial.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a submission. */
public enum Outcome {
    WAITING,
    APPROVED,
    REJECTED,
    /** Made a draft again by a Moderator. */
    RETURNED,
    /** Taken back by its author. */
    WITHDRAWN;

    /** The word of the API and of addresses, such as {@code waiting}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
