package perennial.people;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Someone with an account. Immutable.
 *
 * @param email unique in the portal, ignoring case
 * @param zone as chosen in the account, or as Zoom said; absent: the browser's, else the portal's
 */
public record Person(
        PersonId id,
        String email,
        String name,
        Role role,
        PersonStatus status,
        @Nullable ZoneId zone,
        @Nullable Locale locale) {

    public boolean active() {
        return status == PersonStatus.ACTIVE;
    }

    /** Whether videos can be theirs: active, and Contributor or above. */
    public boolean mayBeAuthor() {
        return active() && role.atLeast(Role.CONTRIBUTOR);
    }

    /** One or two letters for the round mark: of the first and the last word of the name. */
    public String initials() {
        var words = name.strip().split("\\s+", -1);
        var first = letter(words[0]);
        return words.length == 1 ? first : first + letter(words[words.length - 1]);
    }

    private static String letter(String word) {
        return word.isEmpty()
                ? "?"
                : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
