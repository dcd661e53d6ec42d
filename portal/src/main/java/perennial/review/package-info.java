/**
 * Review: the queue of videos that wait for a decision, who approved what, and the mails about it.
 *
 * <p>It listens to the library's {@link perennial.library.MediaMoved} and its late parts, and records; the status of an item, and the rule that
 * brings it here, are the library's alone.
 */
@ApplicationModule(
        displayName = "Review",
        allowedDependencies = {"web", "people", "library", "mail", "settings", "audit"})
@NullMarked
package perennial.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
