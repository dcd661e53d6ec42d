package perennial.sync.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the settings page says about webhooks.
 *
 * @param address to paste at Zoom; null while the connection is not saved
 * @param https whether Zoom would call it
 * @param secretSaved whether the secret token is here; it is never shown
 * @param lastAt when the last one came; null: none ever did
 * @param counts how many were taken and refused, in words; empty when there were none
 */
public record WebhookView(
        @Nullable String address,
        boolean https,
        boolean secretSaved,
        @Nullable Instant lastAt,
        String counts) {}
