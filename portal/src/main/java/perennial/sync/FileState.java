package perennial.sync;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where one file of a recording stands. */
public enum FileState {
    FOUND,
    /** Zoom is still making it. */
    WAITING,
    DOWNLOADING,
    /** Here, durable, hashed and looked at. */
    STORED,
    FAILED,
    /** Not fetched, for the reason given. */
    LEFT_OUT;

    /** The word of the API. */
    @JsonValue
    public String word() {
        return Word.of(this);
    }
}
