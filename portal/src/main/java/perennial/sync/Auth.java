package perennial.sync;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a connection proves itself to Zoom. */
public enum Auth {
    SERVER_TO_SERVER,
    /** Withdrawn by Zoom on 2023-09-08; compatible servers still take it. */
    JWT;

    /** The word of the API. */
    @JsonValue
    public String word() {
        return Word.of(this);
    }
}
