package perennial.sync;

import java.io.IOException;
import perennial.storage.BlobStore;

/** How full the store is. */
final class StorageShare {
    private StorageShare() {}

    /** From 0 to 1; 0 for a store without an end. What others wrote to the same disk counts, too. */
    static double used(BlobStore store) throws IOException {
        long total = store.totalBytes();
        if (total == Long.MAX_VALUE || total <= 0) return 0;
        return Math.clamp(1 - (double) store.freeBytes() / total, 0, 1);
    }
}
