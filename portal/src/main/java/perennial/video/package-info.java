/**
 * Media files: FFmpeg in its cage, what a file holds, joining the parts of a recording, still pictures, and the text files
 * that come with a recording. No tables.
 *
 * <p>Everything here takes files and gives files or values; nothing knows Zoom's API, the library or a database.
 */
@ApplicationModule(
        displayName = "Video",
        allowedDependencies = {"jobs", "storage"})
@NullMarked
package perennial.video;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
