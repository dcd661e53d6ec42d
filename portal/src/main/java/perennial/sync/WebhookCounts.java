package perennial.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How Zoom's calls to one connection's webhook address went so far.
 *
 * @param accepted calls that Zoom has signed, repeated ones left out
 * @param refused calls with a wrong signature, an old timestamp or too long a body; the latest second may be missing
 * @param acceptedAt when the last one came; null: none ever did
 */
public record WebhookCounts(
        long accepted, long refused, @Nullable Instant acceptedAt) {
    static final WebhookCounts NONE = new WebhookCounts(0, 0, null);
}
