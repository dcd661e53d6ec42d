/**
 * The library: media items, what they are made of, and who may see them.
 *
 * <p>This module alone decides status, access and the rule of moderation. Whoever reads media joins the SQL function
 * {@code visible_media(viewer)}, the one predicate for who may see what.
 */
@ApplicationModule(
        displayName = "Library",
        allowedDependencies = {"web", "jobs", "people", "storage", "video", "settings", "audit"})
@NullMarked
package perennial.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
