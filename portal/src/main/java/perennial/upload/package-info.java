/**
 * Files that people bring (P8): received in resumable pieces by the tus protocol, looked at before anything shows, made playable in
 * the background, and added to the library as drafts of whoever brought them.
 */
@ApplicationModule(
        displayName = "Uploads",
        allowedDependencies = {"web", "jobs", "people", "storage", "video", "library", "settings", "audit"})
@NullMarked
package perennial.upload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
