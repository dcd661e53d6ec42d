package perennial.storage;

import java.util.Collection;
import java.util.Set;

/**
 * Implemented, as a bean, by each module whose rows name blobs. The clean-up removes an old unfinished part only when no
 * module says it is still wanted.
 */
public interface BlobUse {
    /** Those of {@code candidates} that a row of this module names, whole or still arriving. */
    Set<BlobId> used(Collection<BlobId> candidates);
}
