package perennial.zoom;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Puts ids into the path of a call. */
final class UuidPath {
    private UuidPath() {}

    /** A meeting's UUID. One that starts with {@code /} or holds {@code //} is encoded twice; Zoom's rule. */
    static String ofUuid(String uuid) {
        var once = segment(uuid);
        return uuid.startsWith("/") || uuid.contains("//") ? segment(once) : once;
    }

    /** One segment of a path, whatever it holds. */
    static String segment(String text) {
        if (text.isBlank() || text.equals(".") || text.equals("..")) {
            throw new ZoomException.Rejected("making the address of a call", 0, "\"" + text + "\" is not an id");
        }
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
