package perennial.upload;

import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;
import perennial.jobs.WantedJobs;
import perennial.people.CurrentPerson;
import perennial.people.Person;
import perennial.settings.UploadLimit;
import perennial.storage.BlobId;
import perennial.storage.BlobStore;
import perennial.storage.FreedBlobs;
import perennial.storage.StorageException;
import perennial.web.PortalException;

/** Uploads, on behalf of whoever asks: Contributors and up, each their own. Those of others do not exist. */
@Service
public class Uploads {
    private static final int SHOWN = 100;
    private static final int MOST_UNFINISHED = 100;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_FINGERPRINT = 400;

    private final UploadRows rows;
    private final OpenWriters writers;
    private final BlobStore store;
    private final FreedBlobs freed;
    private final WantedJobs jobs;
    private final UploadLimit limit;
    private final CurrentPerson current;
    private final AuditLog audit;

    Uploads(
            UploadRows rows,
            OpenWriters writers,
            BlobStore store,
            FreedBlobs freed,
            WantedJobs jobs,
            UploadLimit limit,
            CurrentPerson current,
            AuditLog audit) {
        this.rows = rows;
        this.writers = writers;
        this.store = store;
        this.freed = freed;
        this.jobs = jobs;
        this.limit = limit;
        this.current = current;
        this.audit = audit;
    }

    /** The asker's own, newest first. */
    public List<Upload> mine() {
        return rows.of(uploader().id(), SHOWN);
    }

    /**
     * One of the asker's own.
     *
     * @throws PortalException if it is not there, or somebody else's
     */
    public Upload find(UploadId id) {
        var owner = uploader().id();
        return rows.find(id).filter(upload -> upload.owner().equals(owner)).orElseThrow(PortalException::notFound);
    }

    /** The largest file that is taken, in bytes. */
    public long limit() {
        return limit.bytes();
    }

    /**
     * Begins one.
     *
     * @param size in bytes
     * @param name as its sender calls it; an empty one is given a name
     * @param fingerprint by which the sender's page knows the file again; may be empty
     * @throws UploadRefused if there is nothing in it, it is too large, or nobody may
     */
    @Transactional
    public UploadId begin(long size, String name, String fingerprint) throws IOException {
        var person = uploader();
        if (size < 1) throw UploadRefused.empty();
        if (size > limit()) throw UploadRefused.tooLarge(limit());
        if (rows.unfinished(person.id()) >= MOST_UNFINISHED) throw UploadRefused.tooMany(MOST_UNFINISHED);
        if (store.freeBytes() < size) throw UploadRefused.noRoom();
        var id = UploadId.random();
        var kept = storable(name, LONGEST_NAME);
        rows.insert(
                id,
                person.id(),
                kept.isEmpty() ? "Untitled" : kept,
                storable(fingerprint, LONGEST_FINGERPRINT),
                size,
                BlobId.random());
        audit.record(person.email(), "upload.begun", "upload/" + id, kept);
        return id;
    }

    /**
     * Lets go of one, whatever its state; a video that came of it stays.
     *
     * @throws PortalException as {@link #find}
     */
    @Transactional
    public void remove(UploadId id) throws IOException {
        var upload = find(id);
        rows.delete(id);
        var blob = upload.blob();
        if (blob == null) return;
        if (upload.state() == UploadState.ARRIVING) {
            try {
                writers.discard(blob);
            } catch (StorageException e) {
                // Another writer has it, or it is whole by now: the clean-up takes what nobody names.
            }
        } else {
            freed.free(List.of(blob));
        }
        audit.record(uploader().email(), "upload.removed", "upload/" + id, upload.name());
    }

    /**
     * Has one that failed worked on once more; harmless for others.
     *
     * @throws PortalException as {@link #find}
     */
    @Transactional
    public void retry(UploadId id) {
        find(id);
        if (rows.again(id)) jobs.ask(PrepareJob.PREPARE, "upload", id.value());
    }

    private Person uploader() {
        var person = current.require();
        if (!person.mayBeAuthor()) throw UploadRefused.role();
        return person;
    }

    /** PostgreSQL keeps no NUL in a text. */
    private static String storable(String text, int longest) {
        var stripped = text.replace("\u0000", "").strip();
        int end = stripped.offsetByCodePoints(0, Math.min(longest, stripped.codePointCount(0, stripped.length())));
        return stripped.substring(0, end);
    }
}
