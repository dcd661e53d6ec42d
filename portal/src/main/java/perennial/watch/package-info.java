/** Watching: the page with the player and what is said beside it, where each person stopped, and how often it was seen. */
@ApplicationModule(
        displayName = "Watch page",
        allowedDependencies = {"web", "people", "library"})
@NullMarked
package perennial.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
