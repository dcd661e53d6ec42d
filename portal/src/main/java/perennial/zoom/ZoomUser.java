package perennial.zoom;

import org.jspecify.annotations.Nullable;

/**
 * One person of a Zoom account.
 *
 * @param id absent for people who were invited and have not answered
 * @param status {@code active}, {@code inactive} or {@code pending}
 * @param timezone an IANA name, unchecked
 * @param language such as {@code en-US}, unchecked
 * @param type 1 basic, 2 licensed, 4 unassigned, 99 none; 0 when Zoom does not say
 */
public record ZoomUser(
        @Nullable String id,
        String email,
        String firstName,
        String lastName,
        String displayName,
        String status,
        @Nullable String timezone,
        @Nullable String language,
        int type) {}
