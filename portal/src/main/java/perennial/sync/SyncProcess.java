package perennial.sync;

import com.fasterxml.jackson.annotation.JsonValue;

/** The first of a connection's four metrics. */
public enum SyncProcess {
    OFF,
    RUNNING,
    FINISHED,
    FINISHED_WITH_WARNINGS,
    /** Something here is full or away; goes on by itself. */
    PAUSED,
    /** A person is needed. */
    ERROR;

    /** The word of the API. */
    @JsonValue
    public String word() {
        return Word.of(this);
    }
}
