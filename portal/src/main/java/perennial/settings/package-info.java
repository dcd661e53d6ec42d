/** What an Administrator or Manager sets for the whole portal: name, time zone, moderation, default publish settings. */
@ApplicationModule(
        displayName = "Portal settings",
        allowedDependencies = {"web", "secrets", "audit"})
@NullMarked
package perennial.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
