package perennial.people;

import java.util.Locale;
import java.util.regex.Pattern;

/** What an e-mail address must look like here, and how two of them compare: exactly, ignoring case and outer space. */
public final class EmailAddress {
    private static final Pattern SHAPE = Pattern.compile("[^\\s@<>\",;:\\\\]+@[^\\s@<>\",;:\\\\]+");
    private static final int LONGEST = 254;

    private EmailAddress() {}

    public static boolean valid(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches();
    }

    /** The form in which addresses are compared and stored as a key. */
    public static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
