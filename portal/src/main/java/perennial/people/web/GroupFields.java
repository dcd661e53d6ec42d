package perennial.people.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import perennial.people.PersonGroup;

/** What is wrong with the fields of a group, each in a sentence; empty: nothing. */
final class GroupFields {
    private static final int LONGEST_CLAIM = 200;

    private GroupFields() {}

    static Map<String, String> problems(String name, String claim) {
        var found = new LinkedHashMap<String, String>();
        if (name.isBlank()) found.put("name", "Enter a name.");
        if (name.strip().length() > PersonGroup.LONGEST_NAME) {
            found.put("name", "Use at most " + PersonGroup.LONGEST_NAME + " characters.");
        }
        if (claim.strip().length() > LONGEST_CLAIM) {
            found.put("claim", "Use at most " + LONGEST_CLAIM + " characters.");
        }
        return found;
    }

    /** The claim's value as it is kept; blank is none. */
    static @Nullable String claim(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
