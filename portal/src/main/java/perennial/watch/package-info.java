/**
 * Watching: the page with the player and what is said beside it, where each person stopped, how often it was seen, what people
 * write under it, and what other sites show of it: frames, oEmbed and feeds.
 */
@ApplicationModule(
        displayName = "Watch page",
        allowedDependencies = {"web", "people", "storage", "library", "library::web", "search", "settings", "audit"})
@NullMarked
package perennial.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
