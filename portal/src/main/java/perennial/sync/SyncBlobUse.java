package perennial.sync;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import perennial.storage.BlobId;
import perennial.storage.BlobUse;

/** Says which blobs the ledger names. */
@Component
class SyncBlobUse implements BlobUse {
    private final FileRows files;
    private final JoinRows joins;

    SyncBlobUse(FileRows files, JoinRows joins) {
        this.files = files;
        this.joins = joins;
    }

    @Override
    public Set<BlobId> used(Collection<BlobId> candidates) {
        var ids = candidates.stream().map(BlobId::value).toArray(UUID[]::new);
        var used = new HashSet<>(files.naming(ids));
        used.addAll(joins.naming(ids));
        return used;
    }
}
