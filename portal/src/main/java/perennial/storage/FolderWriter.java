package perennial.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Writes one part file. The order is what makes it safe: bytes, fsync, then the row that says so; at the end fsync,
 * rename, fsync of the folder, and only then does the caller write the blob's row.
 *
 * <p>While a stretch is made durable in the background the next one is written, so the disk's pace is that of its
 * bandwidth and not of its answers.
 */
final class FolderWriter implements BlobWriter {
    /**
     * Two of these, and what one call brings to each, are what a power cut may cost: one on its way to the disk, one written
     * meanwhile. A kill costs a write at most, thanks to the {@link Trail}.
     */
    static final long BETWEEN_SYNCS = 7L << 20;

    private static final int REHASH_BYTES = 1 << 20;

    private final BlobId id;
    private final UUID writer;
    private final PartFile file;
    private final Parts parts;
    private final long betweenSyncs;
    private MessageDigest hash = Sha256.start();
    private long position;
    /** All that is durable, or asked to be. */
    private long asked;

    private @Nullable String validator;
    private @Nullable CompletableFuture<Boolean> running;

    FolderWriter(BlobId id, UUID writer, PartFile file, Parts parts, long durable, long betweenSyncs)
            throws IOException {
        this.id = id;
        this.writer = writer;
        this.file = file;
        this.parts = parts;
        this.betweenSyncs = betweenSyncs;
        this.validator = file.kept().version();
        rehash();
        this.asked = Math.min(durable, position);
    }

    /** Reads what is there instead of trusting a stored hash state: bytes that went bad show in the final hash. */
    private void rehash() throws IOException {
        var buffer = ByteBuffer.allocateDirect(REHASH_BYTES);
        while (file.channel().read(buffer, position) > 0) {
            position += buffer.flip().remaining();
            hash.update(buffer);
            buffer.clear();
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public @Nullable String validator() {
        return validator;
    }

    @Override
    public void validator(@Nullable String validator) {
        this.validator = validator;
    }

    @Override
    public void restart() throws IOException {
        settle();
        validator = null;
        file.trail().forget();
        remember(0);
        file.channel().truncate(0);
        hash = Sha256.start();
        position = 0;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        hash.update(bytes.duplicate());
        append(bytes);
        if (position - asked >= betweenSyncs) {
            settle();
            asked = position;
            var upTo = position;
            var name = validator;
            running = CompletableFuture.supplyAsync(() -> durable(upTo, name), FolderWriter::start);
        }
    }

    /** A thread of its own, which nobody interrupts: an interrupt would close the file under its writer. */
    private static void start(Runnable work) {
        Thread.ofPlatform().daemon().name("blob-sync").start(work);
    }

    /** Makes durable what the file holds, then says so. Tells whether this writer is still the one to go on. */
    private boolean durable(long upTo, @Nullable String name) {
        try {
            file.channel().force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts.remember(id, writer, upTo, name);
    }

    /** Waits for what is on its way to the disk, also when interrupted: that it failed must not go unheard. */
    private void settle() throws IOException {
        var stretch = running;
        running = null;
        if (stretch == null) return;
        try {
            if (!stretch.join()) throw new StorageException.TakenOver(id);
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case UncheckedIOException disk -> throw notDurable(disk);
                case RuntimeException failure -> throw failure;
                case null, default -> throw e;
            }
        }
    }

    private void append(ByteBuffer bytes) throws IOException {
        var same = bytes.duplicate();
        long from = position;
        try {
            while (bytes.hasRemaining()) position += file.channel().write(bytes, position);
            file.trail().wrote(from, same, validator);
        } catch (IOException e) {
            if (DiskFull.caused(e)) throw new StorageException.Full(file.path().toString(), e);
            throw e;
        }
    }

    private void sync() throws IOException {
        settle();
        try {
            file.channel().force(true);
        } catch (IOException e) {
            throw notDurable(e);
        }
    }

    /** A failed fsync is never repeated: the kernel may have dropped the very bytes it failed on. */
    private StorageException notDurable(Exception why) throws IOException {
        discard();
        return new StorageException.NotDurable(id, why);
    }

    private void remember(long bytes) throws StorageException {
        if (!parts.remember(id, writer, bytes, validator)) throw new StorageException.TakenOver(id);
        asked = bytes;
    }

    @Override
    public Blob seal() throws IOException {
        sync();
        remember(position);
        try {
            if (!parts.whileOwned(id, writer, this::rename)) throw new StorageException.TakenOver(id);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        file.close();
        return new Blob(id, position, HexFormat.of().formatHex(hash.digest()));
    }

    private void rename() {
        try {
            file.becomeWhole();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came since the last fsync is worth one more: whoever resumes need not fetch it again. */
    @Override
    public void close() throws IOException {
        if (!file.channel().isOpen()) return;
        try (file) {
            settle();
            if (position > asked) {
                sync();
                parts.remember(id, writer, position, validator);
            }
        } catch (StorageException.TakenOver e) {
            // Whoever has the part now answers for it.
        }
    }

    @Override
    public void discard() throws IOException {
        if (running != null) running.exceptionally(failure -> false).join();
        running = null;
        file.close();
        parts.whileOwned(id, writer, this::remove);
    }

    private void remove() {
        try {
            parts.forget(id);
            file.remove();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
