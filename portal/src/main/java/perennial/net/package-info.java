/** What the whole program knows about the network around it. */
@ApplicationModule(
        displayName = "Network",
        allowedDependencies = {})
@NullMarked
package perennial.net;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
