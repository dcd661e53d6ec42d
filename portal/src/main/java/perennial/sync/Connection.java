package perennial.sync;

import java.time.Instant;
import java.util.Set;

/**
 * One Zoom account joined to the portal.
 *
 * @param secretsSaved names of the secret fields that have a value; the values stay in {@link ConnectionSecrets}
 * @param wanted how often a sync was asked for so far
 */
public record Connection(
        ConnectionId id,
        Settings settings,
        boolean enabled,
        Set<String> secretsSaved,
        Authorization authorization,
        long wanted,
        Instant createdAt) {
    /** The secret fields, by their names in the automation contract. What they hold is shown to nobody. */
    public static final Set<String> SECRETS = Set.of("clientSecret", "apiSecret", "webhookSecret");

    public Connection {
        secretsSaved = Set.copyOf(secretsSaved);
    }

    /** Whose ledger it reads and writes. */
    String zoomAccount() {
        return settings.door().zoomAccount();
    }
}
