package perennial.library;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Somebody's name with the round mark that stands for them.
 *
 * @param initials one or two letters; empty where the name has none
 * @param tint one of six colours, 0 to 5, always the same for a name
 */
public record Face(String name, String initials, int tint) {
    private static final int TINTS = 6;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** The face of somebody called {@code name}. */
    public static Face of(String name) {
        var words = SPACE.split(name.strip(), -1);
        var initials = first(words[0]) + (words.length > 1 ? first(words[words.length - 1]) : "");
        return new Face(name, initials.toUpperCase(Locale.ROOT), Math.floorMod(name.hashCode(), TINTS));
    }

    private static String first(String word) {
        return word.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
