package perennial.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.Lease;
import perennial.library.Content;
import perennial.library.Library;
import perennial.library.NewMedia;
import perennial.library.OriginalFile;
import perennial.library.StreamPart;
import perennial.library.Wish;
import perennial.storage.Blob;
import perennial.storage.BlobStore;
import perennial.storage.Blobs;
import perennial.storage.Composite;
import perennial.storage.FreedBlobs;
import perennial.storage.StorageException;
import perennial.video.Brought;
import perennial.video.MediaException;
import perennial.video.Playables;

/** Makes a draft of an upload whose bytes are here. Nothing of it shows before it was looked at. */
@Component
class Preparer {
    private final UploadRows rows;
    private final BlobStore store;
    private final Blobs blobs;
    private final FreedBlobs freed;
    private final Playables playables;
    private final Library library;
    private final UploadProperties properties;
    private final TransactionTemplate transaction;

    Preparer(
            UploadRows rows,
            BlobStore store,
            Blobs blobs,
            FreedBlobs freed,
            Playables playables,
            Library library,
            UploadProperties properties,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.store = store;
        this.blobs = blobs;
        this.freed = freed;
        this.playables = playables;
        this.library = library;
        this.properties = properties;
        this.transaction = transaction;
    }

    /** The disk is full: the work goes on when there is room. */
    static final class NoRoom extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoRoom(IOException cause) {
            super(cause);
        }
    }

    /** Harmless for an upload that is gone, or has come to its end. */
    void prepare(UploadId id, Lease lease) {
        var upload = rows.find(id).orElse(null);
        var blob = upload == null ? null : upload.blob();
        if (upload == null || blob == null) return;
        if (upload.state() != UploadState.CHECKING && upload.state() != UploadState.PREPARING) return;
        var original = blobs.find(blob).orElseThrow();
        var folder = properties.scratch().resolve("upload-" + id);
        try {
            clean(folder);
            try {
                prepare(upload, original, folder, lease);
            } finally {
                clean(folder);
            }
        } catch (MediaException.NotMedia e) {
            refuse(upload, original, String.valueOf(e.getMessage()), lease);
        } catch (StorageException.Full e) {
            throw new NoRoom(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare(Upload upload, Blob original, Path folder, Lease lease) throws IOException {
        var file = store.localFile(original.id());
        var brought = playables.look(file);
        boolean asItIs = brought.playable() && playables.intact(file, brought);
        if (asItIs) {
            add(upload, original, original, timed(brought), lease);
            return;
        }
        rows.preparing(upload.id(), 0);
        Files.createDirectories(folder);
        var made = playables.make(
                file, brought, folder, brought.playable(), percent -> rows.preparing(upload.id(), percent));
        var shown = timed(playables.look(made));
        add(upload, original, blobs.store(made), shown, lease);
    }

    private static Brought timed(Brought brought) {
        if (brought.length().isZero()) throw new MediaException.NotMedia("The recording has no length.");
        return brought;
    }

    private void add(Upload upload, Blob original, Blob stream, Brought shown, Lease lease) {
        transaction.executeWithoutResult(status -> {
            lease.check();
            if (rows.find(upload.id()).isEmpty()) return; // nobody waits for it any more
            var media = library.add(new NewMedia(
                    "upload:" + upload.id(),
                    title(upload.name()),
                    upload.owner(),
                    upload.createdAt(),
                    Wish.DRAFT,
                    content(upload, original, stream, shown)));
            if (!rows.ready(upload.id(), media)) status.setRollbackOnly();
        });
    }

    private static Content content(Upload upload, Blob original, Blob stream, Brought shown) {
        var view = shown.audioOnly() ? "audio_only" : "video";
        return new Content(
                shown.length(),
                List.of(new StreamPart(view, Composite.of(stream), shown.width(), shown.height(), shown.audioOnly())),
                List.of(new OriginalFile(
                        upload.name(), kind(upload.name()), "", original.id(), original.size(), original.sha256(), 0)),
                List.of(),
                List.of(),
                List.of());
    }

    private static String title(String name) {
        int dot = name.lastIndexOf('.');
        var title = dot > 0 ? name.substring(0, dot).strip() : name;
        return title.isBlank() ? name : title;
    }

    private static String kind(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "FILE" : name.substring(dot + 1).toUpperCase(Locale.ROOT);
    }

    private void refuse(Upload upload, Blob original, String reason, Lease lease) {
        transaction.executeWithoutResult(status -> {
            lease.check();
            rows.refused(upload.id(), reason);
            freed.free(List.of(original.id()));
        });
        try {
            if (blobs.find(original.id()).isEmpty()) store.delete(original.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps its bytes for another try. */
    void giveUp(UploadId id, String reason) {
        rows.failed(id, reason);
    }

    private static void clean(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
