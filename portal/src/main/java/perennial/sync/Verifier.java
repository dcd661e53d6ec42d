package perennial.sync;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.Lease;
import perennial.storage.BlobId;
import perennial.storage.BlobStore;
import perennial.storage.StorageException;
import perennial.video.Container;
import perennial.video.MediaException;
import perennial.video.Prober;

/**
 * Reads the stored files of a recording back some time after they came, hashes them again, and looks whether they are what
 * they claim to be: media by a full demux and a decoded picture, texts by not being a page (D2).
 */
@Component
class Verifier {
    private static final Logger LOG = LoggerFactory.getLogger(Verifier.class);
    private static final int CHUNK = 1 << 20;
    private static final int BEGINNING = 512;

    private final RecordingRows recordings;
    private final FileRows files;
    private final VerificationRows rows;
    private final BlobStore store;
    private final Prober prober;
    private final Events events;
    private final SyncProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Verifier(
            RecordingRows recordings,
            FileRows files,
            VerificationRows rows,
            BlobStore store,
            Prober prober,
            Events events,
            SyncProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.recordings = recordings;
        this.files = files;
        this.rows = rows;
        this.store = store;
        this.prober = prober;
        this.events = events;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The bytes are not those of the file. */
    private static final class Wrong extends Exception {
        Wrong(String sentence) {
            super(sentence);
        }
    }

    private record ReadBack(long size, String sha256, String beginning) {}

    /** Checks what is due. Tells when to come back, when the store does not answer. */
    Optional<Instant> run(RecordingId id, Lease lease) {
        if (recordings.find(id).isEmpty()) return Optional.empty();
        var due = new HashSet<>(rows.dueOf(id, clock.instant().minus(properties.verifyAfter())));
        int good = 0;
        for (var file : files.of(id)) {
            if (!due.contains(file.id())) continue;
            try {
                verify(file, lease);
                good++;
            } catch (Wrong e) {
                quarantine(file, String.valueOf(e.getMessage()), lease);
            } catch (InterruptedIOException | ClosedByInterruptException e) {
                throw new CancellationException("stopped while reading back " + file.label());
            } catch (IOException | MediaException e) {
                LOG.warn("read-back interrupted recording={} file={} reason=\"{}\"", id, file.id(), e.getMessage());
                return Optional.of(clock.instant().plus(properties.paused()));
            }
        }
        if (good > 0) tell(id, good, lease);
        return Optional.empty();
    }

    private void tell(RecordingId id, int good, Lease lease) {
        transaction.executeWithoutResult(status -> {
            lease.check();
            events.add(
                    id,
                    "verified",
                    good == 1 ? "1 file read back and checked." : "%d files read back and checked.".formatted(good),
                    "Hashed again, all the same; media demuxed to the end, and a picture of each decoded.");
        });
        LOG.info("read-back done recording={} files={}", id, good);
    }

    private void verify(LedgerFile file, Lease lease) throws IOException, Wrong {
        var blob = file.blob();
        if (blob == null) return;
        var read = read(blob);
        if (read.size() != file.size()) {
            throw new Wrong(Reason.STORED_SIZE_CHANGED.sentence(file.size(), read.size()));
        }
        if (!read.sha256().equals(file.sha256())) {
            throw new Wrong(Reason.STORED_BYTES_CHANGED.sentence(read.sha256()));
        }
        check(file, blob, read);
        transaction.executeWithoutResult(status -> {
            lease.check();
            rows.verified(file.id(), read.sha256());
        });
    }

    private ReadBack read(BlobId blob) throws IOException, Wrong {
        var digest = sha256();
        var buffer = ByteBuffer.allocate(CHUNK);
        var beginning = "";
        long size = 0;
        try (var bytes = store.read(blob)) {
            while (bytes.read(buffer) >= 0) {
                buffer.flip();
                if (size == 0) {
                    int some = Math.min(buffer.remaining(), BEGINNING);
                    beginning = new String(buffer.array(), 0, some, StandardCharsets.UTF_8);
                }
                size += buffer.remaining();
                digest.update(buffer);
                buffer.clear();
            }
        } catch (StorageException.Missing e) {
            throw new Wrong(Reason.STORED_BYTES_MISSING.sentence());
        }
        return new ReadBack(size, HexFormat.of().formatHex(digest.digest()), beginning);
    }

    private void check(LedgerFile file, BlobId blob, ReadBack read) throws IOException, Wrong {
        if (file.video() || file.audio()) {
            try {
                prober.verify(store.localFile(blob), file.video() ? Container.MP4 : Container.M4A);
            } catch (MediaException.NotMedia e) {
                throw new Wrong(String.valueOf(e.getMessage()));
            }
            return;
        }
        var text = read.beginning().stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
            throw new Wrong(Reason.WEB_PAGE.sentence(file.label()));
        }
    }

    private void quarantine(LedgerFile file, String why, Lease lease) {
        transaction.executeWithoutResult(status -> {
            lease.check();
            rows.quarantine(file.id(), "In quarantine. " + why);
            events.add(
                    file.recording(),
                    "verification-failed",
                    "%s is in quarantine, and the recording stays at Zoom. %s".formatted(file.label(), why));
        });
        LOG.warn("quarantine recording={} file={} reason=\"{}\"", file.recording(), file.id(), why);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
