package perennial.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The colours to choose from for actions and selections. Each is readable in light and dark; a test measures them. */
public enum Accent {
    FERN,
    LAKE,
    PLUM,
    RUST,
    SLATE;

    /** As style sheets and forms write it: "fern". */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    public static Optional<Accent> ofCode(String code) {
        return Arrays.stream(values())
                .filter(accent -> accent.code().equals(code))
                .findFirst();
    }
}
