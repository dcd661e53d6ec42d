/**
 * Speaks HTTP with Zoom and nothing else: no database, no jobs, no policy.
 *
 * <p>Answers are records of this package; failures are the four kinds of {@link perennial.zoom.ZoomException}, except
 * that a failing {@link perennial.zoom.ByteSink} is heard as it is. Whatever Zoom sends is read with patience: unknown
 * fields are ignored, numbers may be text, and anything but a recording's UUID and time may be missing.
 */
@ApplicationModule(
        displayName = "Zoom client",
        allowedDependencies = {"net"})
@NullMarked
package perennial.zoom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
