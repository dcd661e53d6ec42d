package perennial.sync;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.Lease;
import perennial.storage.Blob;
import perennial.storage.BlobId;
import perennial.storage.BlobStore;
import perennial.storage.BlobWriter;
import perennial.storage.Blobs;
import perennial.storage.StorageException;
import perennial.video.Container;
import perennial.video.MediaException;
import perennial.video.Probe;
import perennial.video.Prober;
import perennial.zoom.FileKind;
import perennial.zoom.RecordingFile;
import perennial.zoom.ZoomAccount;
import perennial.zoom.ZoomException;

/**
 * Fetches one file: resumes what an earlier attempt left, streams it to the store, and looks whether it is what it claims
 * to be. A file counts as stored from the one transaction on that records its blob.
 */
@Component
class Fetcher {
    /** A server that cuts every few bytes is given up on for this attempt. */
    private static final int MOST_CUTS = 1_000;

    private final BlobStore store;
    private final Blobs blobs;
    private final Prober prober;
    private final FileRows files;
    private final Events events;
    private final SyncProperties properties;
    private final TransactionTemplate transaction;

    Fetcher(
            BlobStore store,
            Blobs blobs,
            Prober prober,
            FileRows files,
            Events events,
            SyncProperties properties,
            TransactionTemplate transaction) {
        this.store = store;
        this.blobs = blobs;
        this.prober = prober;
        this.files = files;
        this.events = events;
        this.properties = properties;
        this.transaction = transaction;
    }

    /** The bytes are not those of the file. They are thrown away. */
    private static final class Wrong extends Exception {
        Wrong(String sentence) {
            super(sentence);
        }
    }

    /**
     * One attempt.
     *
     * @return why it failed; empty when the file is stored
     * @throws ZoomException.Wait when Zoom wants to be asked later, about anything
     * @throws ZoomException.AskPerson when Zoom no longer lets us in
     * @throws GoAhead.StoppedNow when somebody stopped it; what came is kept
     * @throws Paused when the store has no room or does not answer
     */
    Optional<String> fetch(LedgerFile file, RecordingFile fresh, URI url, ZoomAccount account, GoAhead goAhead) {
        var lease = goAhead.lease();
        try {
            needRoom(file);
            var part = file.part() == null ? BlobId.random() : file.part();
            var blob = receive(file, part, fresh, url, account, goAhead);
            record(file, blob, lease);
            return Optional.empty();
        } catch (Wrong | ZoomException.WrongLength e) {
            return fail(file, String.valueOf(e.getMessage()), true, lease);
        } catch (ZoomException.TryAgain | ZoomException.GiveUp e) {
            return fail(file, e.getMessage(), false, lease);
        } catch (StorageException.NotDurable e) {
            return fail(file, String.valueOf(e.getMessage()), true, lease);
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            throw new CancellationException("stopped while fetching " + file.label());
        } catch (IOException e) {
            throw cannotTake(e);
        }
    }

    private static Paused cannotTake(IOException e) {
        return new Paused(Reason.STORE_CANNOT_TAKE.sentence(e.getMessage()), e);
    }

    /**
     * Looks whether the next of these files has room, so that Zoom is not asked in vain.
     *
     * @throws Paused when it has none, or the store does not answer
     */
    void needRoom(List<LedgerFile> files) {
        var next = files.stream()
                .filter(file -> file.state() != FileState.STORED && file.state() != FileState.LEFT_OUT)
                .findFirst()
                .orElse(null);
        if (next == null) return;
        try {
            needRoom(next);
        } catch (IOException e) {
            throw cannotTake(e);
        }
    }

    private void needRoom(LedgerFile file) throws IOException {
        long size = file.sizeSaid() == null ? 0 : file.sizeSaid();
        long free = store.freeBytes();
        if (free - properties.keepFree().toBytes() < size) {
            throw new Paused(Reason.DISK_FULL.sentence(
                    free >> 20, size >> 20, properties.keepFree().toMegabytes()));
        }
    }

    private Blob receive(
            LedgerFile file, BlobId part, RecordingFile fresh, URI url, ZoomAccount account, GoAhead goAhead)
            throws IOException, Wrong {
        try (var writer = store.write(part)) {
            transaction.executeWithoutResult(status -> {
                goAhead.check();
                files.begin(file.id(), part, writer.position());
            });
            var sink = new ArrivingBytes(file, writer, files, transaction, goAhead);
            try {
                download(url, FileKind.of(fresh), account, writer, sink);
                checkSize(file, writer);
            } catch (Wrong | ZoomException.WrongLength e) {
                writer.discard();
                throw e;
            }
            return writer.seal();
        }
    }

    /** As long as something comes, a cut connection is only a reason to go on from there. */
    private static void download(URI url, FileKind kind, ZoomAccount account, BlobWriter writer, ArrivingBytes sink)
            throws IOException {
        for (int cuts = 0; ; cuts++) {
            try {
                var whole = account.download(url, kind, writer.position(), writer.validator(), sink);
                writer.validator(whole.validator());
                return;
            } catch (ZoomException.Cut e) {
                if (e.received() == 0 || cuts >= MOST_CUTS) throw e;
            }
        }
    }

    /** Zoom's size of a text is known to be wrong at times; of media it is not, and a difference means a broken file. */
    private static void checkSize(LedgerFile file, BlobWriter writer) throws Wrong {
        var said = file.sizeSaid();
        if (said == null || said == writer.position() || !(file.video() || file.audio())) return;
        throw new Wrong(Reason.WRONG_SIZE.sentence(said, writer.position()));
    }

    private void record(LedgerFile file, Blob blob, Lease lease) throws IOException, Wrong {
        var probe = probe(file, blob);
        var remark = file.sizeSaid() != null && file.sizeSaid() != blob.size()
                ? Reason.TEXT_OF_ANOTHER_SIZE.sentence(file.sizeSaid(), blob.size())
                : "";
        transaction.executeWithoutResult(status -> {
            lease.check();
            blobs.record(blob);
            files.stored(file.id(), blob, probe, remark);
            events.add(
                    file.recording(),
                    "file-stored",
                    "Stored %s.".formatted(file.label()),
                    "%d bytes, SHA-256 %s".formatted(blob.size(), blob.sha256()));
        });
    }

    private @Nullable Probe probe(LedgerFile file, Blob blob) throws IOException, Wrong {
        if (!file.video() && !file.audio()) return null;
        try {
            return prober.probe(store.localFile(blob.id()), file.video() ? Container.MP4 : Container.M4A);
        } catch (MediaException.NotMedia e) {
            store.delete(blob.id());
            throw new Wrong(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> fail(LedgerFile file, String reason, boolean forgetPart, Lease lease) {
        transaction.executeWithoutResult(status -> {
            lease.check();
            files.failed(file.id(), reason, forgetPart);
            events.add(file.recording(), "file-failed", "%s failed. %s".formatted(file.label(), reason));
        });
        return Optional.of(reason);
    }
}
