package perennial.people;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a person can sign in. */
public enum PersonStatus {
    /** Has an account but no password yet. */
    INVITED,
    ACTIVE,
    /** Cannot sign in; sessions and tokens are dead. */
    BLOCKED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
