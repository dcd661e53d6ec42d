package perennial.sync;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whose the imported items become. */
public enum PublishAs {
    /** Of whoever last changed the settings or switched on. */
    ME,
    /** Of the meeting's host. */
    ZOOM_USER;

    /** The word of the API. */
    @JsonValue
    public String word() {
        return Word.of(this);
    }
}
