package perennial.sync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.storage.BlobWriter;
import perennial.zoom.ByteSink;

/**
 * Takes the bytes of one download to the store, and about once a second says how far it is; an attempt that has lost its
 * lease, or was told to stop, learns it there.
 */
final class ArrivingBytes implements ByteSink {
    private static final long BETWEEN_REPORTS = Duration.ofSeconds(1).toNanos();

    private final LedgerFile file;
    private final BlobWriter writer;
    private final FileRows rows;
    private final TransactionTemplate transaction;
    private final GoAhead goAhead;
    private long reportedAt = System.nanoTime();
    private long reportedBytes;
    private double rate;

    ArrivingBytes(LedgerFile file, BlobWriter writer, FileRows rows, TransactionTemplate transaction, GoAhead goAhead) {
        this.file = file;
        this.writer = writer;
        this.rows = rows;
        this.transaction = transaction;
        this.goAhead = goAhead;
        this.reportedBytes = writer.position();
    }

    /** Known from the first byte on, so that a cut download is resumed only if the file is still the same. */
    @Override
    public void begin(@Nullable String validator) {
        if (validator != null) writer.validator(validator);
    }

    @Override
    public void restart() throws IOException {
        writer.restart();
        reportedBytes = 0;
    }

    @Override
    public void write(ByteBuffer chunk) throws IOException {
        writer.write(chunk);
        long now = System.nanoTime();
        if (now - reportedAt < BETWEEN_REPORTS) return;
        double seconds = (now - reportedAt) / 1e9;
        double latest = Math.max(0, writer.position() - reportedBytes) / seconds;
        rate = rate == 0 ? latest : 0.6 * rate + 0.4 * latest;
        reportedAt = now;
        reportedBytes = writer.position();
        transaction.executeWithoutResult(status -> {
            goAhead.check();
            rows.progress(file.id(), reportedBytes, Math.round(rate));
        });
    }
}
