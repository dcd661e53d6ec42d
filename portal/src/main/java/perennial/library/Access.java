package perennial.library;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who may see an item once it is published. Its author and Moderators up always may. */
public enum Access {
    /** Nobody else. */
    AUTHOR("Only the author"),
    /** The people and groups it was granted to. */
    CHOSEN("Chosen people and groups"),
    /** Everyone who is signed in. */
    PORTAL("Everyone signed in"),
    /** Whoever holds its secret link; not listed. */
    LINK("Anyone with the link"),
    /** Everyone; listed. */
    PUBLIC("Everyone");

    private final String sentence;

    Access(String sentence) {
        this.sentence = sentence;
    }

    /** As people read it. */
    public String sentence() {
        return sentence;
    }

    /** The word of the API, such as {@code portal}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The access of a word of the API.
     *
     * @throws IllegalArgumentException if there is none of that word
     */
    public static Access ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
