package perennial.library;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an item stands on its way to its audience. Only {@link #PUBLISHED} is shown to others than its author. */
public enum MediaStatus {
    PROCESSING,
    DRAFT,
    IN_REVIEW,
    PUBLISHED,
    REJECTED,
    DELETED;

    /** The word of the API, such as {@code in-review}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The status of a word of the API.
     *
     * @throws IllegalArgumentException if there is none of that word
     */
    public static MediaStatus ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
