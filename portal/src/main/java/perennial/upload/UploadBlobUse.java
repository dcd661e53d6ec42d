package perennial.upload;

import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import perennial.storage.BlobId;
import perennial.storage.BlobUse;

/** Says which blobs uploads name. */
@Component
class UploadBlobUse implements BlobUse {
    private final UploadRows rows;

    UploadBlobUse(UploadRows rows) {
        this.rows = rows;
    }

    @Override
    public Set<BlobId> used(Collection<BlobId> candidates) {
        return rows.naming(candidates);
    }
}
