package perennial.library;

import java.util.Arrays;
import java.util.Locale;

/** In which order the library shows its items. */
public enum MediaOrder {
    NEWEST("Newest first"),
    /** Only what somebody has watched. */
    VIEWED("Most viewed"),
    LONGEST("Longest first"),
    TITLE("Title A to Z");

    private final String label;

    MediaOrder(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    /** As addresses write it, such as {@code newest}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order of a word; {@link #NEWEST} for any other. */
    public static MediaOrder ofWord(String word) {
        return Arrays.stream(values())
                .filter(order -> order.word().equals(word))
                .findFirst()
                .orElse(NEWEST);
    }
}
