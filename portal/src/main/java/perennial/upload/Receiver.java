package perennial.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.WantedJobs;
import perennial.storage.BlobId;
import perennial.storage.BlobWriter;
import perennial.storage.Blobs;
import perennial.storage.StorageException;
import perennial.web.PortalException;

/** Takes the bytes of uploads in, and says where the sender must go on. */
@Service
public class Receiver {
    private static final int BUFFER_BYTES = 1 << 18;

    private final Uploads uploads;
    private final UploadRows rows;
    private final OpenWriters writers;
    private final Blobs blobs;
    private final WantedJobs jobs;
    private final TransactionTemplate transaction;

    Receiver(
            Uploads uploads,
            UploadRows rows,
            OpenWriters writers,
            Blobs blobs,
            WantedJobs jobs,
            TransactionTemplate transaction) {
        this.uploads = uploads;
        this.rows = rows;
        this.writers = writers;
        this.blobs = blobs;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    /**
     * Where the sender must go on, in bytes from the start: what is really here, also after a kill. A sender that was cut off and
     * whose old connection still lingers loses it to whoever asks.
     *
     * @throws PortalException if it is not there, or somebody else's
     */
    public long offset(UploadId id) throws IOException {
        return append(id, -1, InputStream.nullInputStream(), null);
    }

    /**
     * Appends a piece; the last one has the file looked at. What arrives before a connection breaks off is kept.
     *
     * @param offset where the sender goes on; less than 0: it only asks
     * @param checksum of the piece; null: the sender gave none
     * @return how many bytes are here now
     * @throws UploadRefused if the upload is at another place, the piece is longer than the file, not what its checksum says, or
     *     there is no room
     */
    public long append(UploadId id, long offset, InputStream piece, @Nullable Checksum checksum) throws IOException {
        var upload = uploads.find(id);
        var blob = upload.blob();
        if (upload.state() != UploadState.ARRIVING || blob == null) {
            if (offset >= 0 && offset != upload.size()) throw UploadRefused.otherOffset();
            return upload.size();
        }
        try {
            return append(upload, blob, offset, piece, checksum);
        } catch (StorageException.Full e) {
            throw UploadRefused.noRoom();
        } catch (StorageException.TakenOver e) {
            throw UploadRefused.otherOffset();
        } catch (StorageException.AlreadyStored e) {
            return upload.size(); // another request brought the end
        }
    }

    private long append(Upload upload, BlobId blob, long offset, InputStream piece, @Nullable Checksum checksum)
            throws IOException {
        var writer = writers.take(blob);
        boolean usable = false;
        try {
            if (offset >= 0 && offset != writer.position()) throw UploadRefused.otherOffset();
            receive(upload, writer, piece, checksum);
            usable = writer.position() < upload.size();
            if (!usable) whole(upload, writer);
            return writer.position();
        } catch (UploadRefused e) {
            usable = true;
            throw e;
        } finally {
            long here = writer.position();
            if (usable) writers.giveBack(blob, writer);
            else writer.close();
            rows.received(upload.id(), here);
        }
    }

    private static void receive(Upload upload, BlobWriter writer, InputStream piece, @Nullable Checksum checksum)
            throws IOException {
        long most = upload.size() - writer.position();
        if (checksum == null) {
            copy(piece, writer, most);
            return;
        }
        var file = checksum.verified(piece, most);
        try (var verified = Files.newInputStream(file)) {
            copy(verified, writer, most);
        } finally {
            Files.delete(file);
        }
    }

    private static void copy(InputStream piece, BlobWriter writer, long most) throws IOException {
        var buffer = new byte[BUFFER_BYTES];
        long left = most;
        for (int read = piece.read(buffer); read >= 0; read = piece.read(buffer)) {
            if (read > left) throw UploadRefused.beyondItsEnd();
            writer.write(ByteBuffer.wrap(buffer, 0, read));
            left -= read;
        }
    }

    /** Whole, recorded, and to be looked at: the three together, or none of them. */
    private void whole(Upload upload, BlobWriter writer) throws IOException {
        var blob = writer.seal();
        transaction.executeWithoutResult(status -> {
            if (!rows.whole(upload.id(), blob)) return; // removed meanwhile; the clean-up takes the bytes
            blobs.record(blob);
            jobs.ask(PrepareJob.PREPARE, "upload", upload.id().value());
        });
    }
}
