package perennial.sync;

import com.fasterxml.jackson.annotation.JsonValue;

/** What keeps a recording from being deleted at Zoom (D2, D8). In this order the first is the one to tell. */
public enum DeletionBlock {
    CONNECTION_OFF,
    DELETION_OFF,
    GONE,
    NOT_IMPORTED,
    SKIPPED,
    KEPT,
    REMOTE_UNKNOWN,
    HOST_NOT_LISTED,
    BEFORE_FETCH_FROM,
    WEBINAR,
    TOPIC,
    FILES_MISSING,
    LEFT_OUT,
    NO_ADDRESS,
    QUARANTINE,
    WRONG_SIZE,
    NOT_DURABLE,
    NOT_VERIFIED,
    NO_ITEM,
    REMOVED,
    ITEM_PROCESSING,
    GRACE;

    /** The word of the gate's query and of the API. */
    @JsonValue
    public String word() {
        return Word.of(this);
    }
}
