package perennial.library;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a segment lies in an item.
 *
 * @param recordedAt when its recording began; tells it from the others of its item, in every version
 * @param start on the item's clock
 */
public record SegmentPlace(Instant recordedAt, Duration start) {
    public SegmentPlace {
        if (start.isNegative()) throw new IllegalArgumentException("a segment cannot start before its video");
    }
}
