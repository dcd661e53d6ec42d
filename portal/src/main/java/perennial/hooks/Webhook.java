package perennial.hooks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address that is told what happens here.
 *
 * @param events what it is told of, never empty
 * @param note why the portal itself switched it off; empty when it did not
 * @param failingSince the first failure after the last message that was taken; null: all is well
 */
public record Webhook(
        WebhookId id,
        String address,
        List<HookEvent> events,
        boolean enabled,
        String note,
        @Nullable Instant failingSince,
        String createdBy,
        Instant createdAt) {
    public Webhook {
        events = List.copyOf(events);
    }

    /** The host alone, for people: the rest of an address may hold a key. */
    public String host() {
        return java.net.URI.create(address).getAuthority();
    }
}
