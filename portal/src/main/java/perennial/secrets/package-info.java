/**
 * Keeps secrets (a Zoom client secret, a mail password) unreadable in the database and its backups: AES-256-GCM
 * envelopes under a key that lives outside the database. When the key is changed, a job seals anew what the modules say they
 * keep ({@link perennial.secrets.SealedPlace}).
 */
@ApplicationModule(displayName = "Secrets", allowedDependencies = "jobs")
@NullMarked
package perennial.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
