/** Mails leave through an outbox: a row queued with the change that calls for it, sent by a job with retries, and a
 * page that shows what waits and what failed. */
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {"web", "jobs", "settings"})
@NullMarked
package perennial.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
