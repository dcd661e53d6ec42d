package perennial.web;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a page, as far as the frame must know.
 *
 * @param initials one or two letters for the round mark
 * @param roleName the role as a word for people, e.g. "Manager"; empty for a guest
 * @param roles names of the role and of all it includes, e.g. {@code VIEWER}, {@code CONTRIBUTOR}
 * @param zone the person's own, else the browser's, else the portal's
 * @param theme "light" or "dark" as chosen in the account; absent: the browser decides
 */
public record Viewer(
        boolean signedIn,
        String name,
        String email,
        String initials,
        String roleName,
        Set<String> roles,
        ZoneId zone,
        Locale locale,
        @Nullable String theme) {

    public static Viewer guest(ZoneId zone, Locale locale) {
        return new Viewer(false, "", "", "", "", Set.of(), zone, locale, null);
    }

    /** Whether the viewer's role is {@code minimumRole} or above; an empty name means everyone. */
    public boolean may(String minimumRole) {
        return minimumRole.isEmpty() || roles.contains(minimumRole);
    }
}
