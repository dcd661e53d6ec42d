package perennial.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.Lease;
import perennial.storage.BlobId;
import perennial.storage.BlobStore;
import perennial.storage.Blobs;
import perennial.video.Container;
import perennial.video.FittedFiles;
import perennial.video.MediaFile;

/** Keeps as blobs what FFmpeg made of single segments of one recording. */
final class Fitted implements FittedFiles {
    private final RecordingId recording;
    private final Path scratch;
    private final Lease lease;
    private final JoinRows rows;
    private final BlobStore store;
    private final Blobs blobs;
    private final TransactionTemplate transaction;

    Fitted(
            RecordingId recording,
            Path scratch,
            Lease lease,
            JoinRows rows,
            BlobStore store,
            Blobs blobs,
            TransactionTemplate transaction) {
        this.recording = recording;
        this.scratch = scratch;
        this.lease = lease;
        this.rows = rows;
        this.store = store;
        this.blobs = blobs;
        this.transaction = transaction;
    }

    @Override
    public Optional<MediaFile> find(BlobId source, String recipe) {
        return rows.fitted(recording, source, recipe).map(this::file);
    }

    @Override
    public MediaFile keep(BlobId source, String recipe, Path made) {
        var kept = transaction.execute(status -> {
            lease.check();
            try {
                var blob = blobs.store(made);
                rows.fitted(recording, source, recipe, blob.id());
                return blob.id();
            } catch (IOException e) {
                throw Joins.cannotStore(e);
            }
        });
        return file(kept);
    }

    @Override
    public Path scratch() {
        return scratch;
    }

    private MediaFile file(BlobId blob) {
        try {
            return new MediaFile(blob, store.localFile(blob), Container.MP4);
        } catch (IOException e) {
            throw new Paused(Reason.STORE_DOES_NOT_GIVE.sentence("a joined part", e.getMessage()), e);
        }
    }
}
