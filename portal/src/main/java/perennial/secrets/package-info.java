/**
 * Keeps secrets (a Zoom client secret, a mail password) unreadable in the database and its backups: AES-256-GCM
 * envelopes under a key that lives outside the database.
 */
@ApplicationModule(
        displayName = "Secrets",
        allowedDependencies = {})
@NullMarked
package perennial.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
