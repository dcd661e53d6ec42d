package perennial.sync;

import com.fasterxml.jackson.annotation.JsonValue;

/** What becomes of imported items, as far as the portal's moderation lets it. */
public enum PublishStatus {
    DRAFT,
    PUBLISHED;

    /** The word of the API. */
    @JsonValue
    public String word() {
        return Word.of(this);
    }
}
