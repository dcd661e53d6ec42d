/**
 * Search: finds items by the words in their titles and descriptions, by people, and by what was said and written in them, to
 * the second.
 *
 * <p>Two jobs keep the index: one writes an item anew when it changes, one looks every hour for items that are not in step.
 * The index knows nothing of rights; each query joins the library's {@code visible_media} in the same statement.
 */
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"web", "jobs", "people", "library", "library::web"})
@NullMarked
package perennial.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
