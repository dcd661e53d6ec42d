package perennial.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import perennial.storage.BlobId;
import perennial.storage.BlobStore;
import perennial.storage.BlobWriter;

/**
 * Keeps the writers of files that arrive in pieces open between two pieces: opening one reads all that is there to hash it. One that
 * another node has taken over meanwhile says so when it is written to.
 */
@Component
class OpenWriters implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(OpenWriters.class);
    private static final Duration IDLE = Duration.ofSeconds(20);
    /** Names the version of the bytes, so that a kill of the portal costs none of them. */
    private static final String VERSION = "upload";

    private final BlobStore store;
    private final Map<BlobId, BlobWriter> idle = new ConcurrentHashMap<>();

    OpenWriters(BlobStore store) {
        this.store = store;
    }

    /** The writer of {@code id}, for one thread; it is given back, closed or sealed. */
    BlobWriter take(BlobId id) throws IOException {
        var kept = idle.remove(id);
        if (kept != null) return kept;
        var writer = store.write(id);
        writer.validator(VERSION);
        return writer;
    }

    /** Keeps it for the next piece, for a while. */
    void giveBack(BlobId id, BlobWriter writer) {
        var other = idle.put(id, writer);
        if (other != null) close(other);
        Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(IDLE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (idle.remove(id, writer)) close(writer);
        });
    }

    /** Lets go of it and of its bytes. */
    void discard(BlobId id) throws IOException {
        take(id).discard();
    }

    @Override
    public void destroy() {
        for (var id : List.copyOf(idle.keySet())) {
            var writer = idle.remove(id);
            if (writer != null) close(writer);
        }
    }

    /** What is not durable then is asked for once more. */
    private static void close(BlobWriter writer) {
        try {
            writer.close();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("part of an upload not closed reason=\"{}\"", e.toString());
        }
    }
}
