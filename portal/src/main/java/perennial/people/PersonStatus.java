package perennial.people;

import java.util.Locale;

/** Whether a person can sign in. */
public enum PersonStatus {
    /** Has an account but no password yet. */
    INVITED,
    ACTIVE,
    /** Cannot sign in; sessions and tokens are dead. */
    BLOCKED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
