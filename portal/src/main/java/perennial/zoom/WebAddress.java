package perennial.zoom;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads addresses as servers write them: a blank or a letter outside ASCII is encoded instead of refused. */
final class WebAddress {
    private static final String LEGAL = "-._~:/?#[]@!$&'()*+,;=%";

    private WebAddress() {}

    /** Null when it is empty or cannot be an address at all. */
    static @Nullable URI parse(String text) {
        var stripped = text.strip();
        if (stripped.isEmpty()) return null;
        try {
            return new URI(stripped);
        } catch (URISyntaxException e) {
            return parseEncoded(stripped);
        }
    }

    private static @Nullable URI parseEncoded(String text) {
        try {
            return new URI(encodeIllegal(text));
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String encodeIllegal(String text) {
        var encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean letter = octet >= 0 && Character.isLetterOrDigit(octet);
            if (letter || LEGAL.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", octet & 0xff));
            }
        }
        return encoded.toString();
    }
}
