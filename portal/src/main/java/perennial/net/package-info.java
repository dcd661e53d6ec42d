/** The network around the program: which addresses lie inside it, and HTTP clients that keep to what they are told. */
@ApplicationModule(
        displayName = "Network",
        allowedDependencies = {})
@NullMarked
package perennial.net;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
