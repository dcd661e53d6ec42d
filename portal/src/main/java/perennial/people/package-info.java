/** People, their roles, invitations, sign-in, sessions and API tokens; and the one place that says which role opens
 * which address. */
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {"web", "jobs", "mail", "settings", "secrets", "audit"})
@NullMarked
package perennial.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
