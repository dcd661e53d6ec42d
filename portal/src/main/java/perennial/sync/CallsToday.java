package perennial.sync;

import org.jspecify.annotations.Nullable;

/**
 * How often Zoom was called today, in UTC, by all nodes.
 *
 * @param limit what a day allows, once Zoom has named it; null: no limit is known, as on most plans
 */
public record CallsToday(long calls, @Nullable Integer limit) {}
