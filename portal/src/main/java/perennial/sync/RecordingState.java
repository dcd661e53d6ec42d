package perennial.sync;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a recording stands on its way from Zoom into the library. */
public enum RecordingState {
    /** Its import is queued. */
    FOUND,
    /** Zoom is still making its files. */
    WAITING,
    IMPORTING,
    IMPORTED,
    /** The last attempt failed; there may be a next one. */
    FAILED,
    /** Left at Zoom, by a rule of the settings or by a person. */
    SKIPPED,
    DELETED_AT_ZOOM,
    GONE_AT_ZOOM;

    /** The word of the API. */
    @JsonValue
    public String word() {
        return Word.of(this);
    }
}
