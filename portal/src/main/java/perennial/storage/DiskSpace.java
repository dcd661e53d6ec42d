package perennial.storage;

import java.io.IOException;

/** How much room a store has. */
public interface DiskSpace {
    /** Room for this many bytes more, as far as the disk can tell. */
    long freeBytes() throws IOException;

    /** The size of the disk behind it, whoever fills it; {@link Long#MAX_VALUE} for a store without an end. */
    long totalBytes() throws IOException;

    /** How full it is, from 0 to 1; 0 for a store without an end. What others wrote to the same disk counts, too. */
    default double usedShare() throws IOException {
        long total = totalBytes();
        if (total == Long.MAX_VALUE || total <= 0) return 0;
        return Math.clamp(1 - (double) freeBytes() / total, 0, 1);
    }
}
