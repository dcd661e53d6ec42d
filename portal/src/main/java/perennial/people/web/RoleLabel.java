package perennial.people.web;

import java.util.Arrays;
import java.util.Locale;
import perennial.people.Role;
import perennial.web.PortalException;

/** Roles as forms and the API write them. */
final class RoleLabel {
    private RoleLabel() {}

    /** Reads "manager"; anything else is a bad request that names what works. */
    static Role parse(String code) {
        return Arrays.stream(Role.values())
                .filter(role -> role.code().equals(code.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> PortalException.badRequest(
                        "unknown-role",
                        "There is no such role",
                        "Roles are viewer, contributor, moderator, manager and administrator."));
    }
}
