package perennial.zoom;

import java.util.List;
import java.util.regex.Pattern;

/** How dear a call is to Zoom, which limits each kind by itself. We make none of the heavier kinds. */
public enum CallKind {
    /** One thing by its id. */
    LIGHT,
    /** Lists, and a user's settings. */
    MEDIUM;

    private static final List<Pattern> MEDIUM_PATHS = List.of(
            Pattern.compile("/users"),
            Pattern.compile("/users/[^/]+/(recordings|settings)"),
            Pattern.compile("/accounts/[^/]+/recordings"));

    /**
     * The kind of a call.
     *
     * @param path below the API's base, without query
     */
    static CallKind of(String path) {
        return MEDIUM_PATHS.stream().anyMatch(each -> each.matcher(path).matches()) ? MEDIUM : LIGHT;
    }
}
