package perennial.library.web;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import perennial.library.Media;
import perennial.web.PortalException;

/** What a PATCH leaves of an item's words. */
record MediaPatch(String title, String description) {
    private static final Set<String> FIELDS = Set.of("title", "description");

    /**
     * @throws PortalException 400 for a field that cannot be changed here, or that is no text
     */
    static MediaPatch of(Map<String, @Nullable Object> wanted, Media item) {
        for (var field : wanted.keySet()) {
            if (!FIELDS.contains(field)) {
                throw PortalException.badRequest(
                        "unknown-field", "“%s” cannot be changed here".formatted(field), "Send title or description.");
            }
        }
        return new MediaPatch(text(wanted, "title", item.title()), text(wanted, "description", item.description()));
    }

    private static String text(Map<String, @Nullable Object> wanted, String field, String now) {
        if (!wanted.containsKey(field)) return now;
        if (wanted.get(field) instanceof String text) return text;
        throw PortalException.badRequest("invalid-" + field, "%s must be a text".formatted(field), "Send a string.");
    }
}
