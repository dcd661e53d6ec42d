package perennial.sync;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known for and against deleting one recording at Zoom.
 *
 * @param blocks everything that forbids it now, first the one to tell
 * @param files that the ledger has and Zoom may have
 * @param leftOut files that a rule of the settings left out
 * @param verified stored files that were read back and hashed again
 * @param verifiedAt when the last of them was
 * @param graceUntil when the grace period is over; null while it has not begun
 * @param finding what the last fresh look at Zoom found against it; empty when nothing
 */
public record DeletionStanding(
        RecordingId recording,
        List<DeletionBlock> blocks,
        int files,
        int stored,
        int leftOut,
        int missing,
        int wrongSize,
        int durable,
        int verified,
        int quarantined,
        long bytes,
        List<String> itemStatuses,
        @Nullable Instant storedAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant graceUntil,
        @Nullable Instant lookedAt,
        String finding,
        String kept) {
    public DeletionStanding {
        blocks = List.copyOf(blocks);
        itemStatuses = List.copyOf(itemStatuses);
    }

    /** Whether this is among what forbids it. */
    public boolean blockedBy(DeletionBlock block) {
        return blocks.contains(block);
    }

    DeletionStanding with(DeletionBlock more) {
        var all = new java.util.ArrayList<>(blocks);
        all.add(more);
        all.sort(null);
        return new DeletionStanding(
                recording,
                all,
                files,
                stored,
                leftOut,
                missing,
                wrongSize,
                durable,
                verified,
                quarantined,
                bytes,
                itemStatuses,
                storedAt,
                verifiedAt,
                graceUntil,
                lookedAt,
                finding,
                kept);
    }
}
