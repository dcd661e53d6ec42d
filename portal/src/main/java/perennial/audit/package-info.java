/** Who changed what, and when: an append-only log, its page and its API. Other modules write to it in their own
 * transactions. */
@ApplicationModule(
        displayName = "Audit log",
        allowedDependencies = {"web"})
@NullMarked
package perennial.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
