/**
 * Watching: the page with the player and what is said beside it, where each person stopped, how often it was seen, and what people
 * write under it.
 */
@ApplicationModule(
        displayName = "Watch page",
        allowedDependencies = {"web", "people", "storage", "library", "library::web", "search", "audit"})
@NullMarked
package perennial.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
