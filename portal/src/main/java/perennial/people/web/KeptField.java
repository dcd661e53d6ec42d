package perennial.people.web;

import java.util.Locale;

/** A field of a step that waits for the password. */
public record KeptField(String name, String value) {
    /** Whether it is never sent back to a page, so that it has to be typed again (C6). */
    public boolean secret() {
        return name.toLowerCase(Locale.ROOT).contains("secret");
    }

    /** Its name in words, such as "Client secret". */
    public String label() {
        var words = name.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
