package perennial.storage;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where bytes lie. Blobs are written once and never change.
 *
 * <p>Failures are the kinds of {@link StorageException} or, for what the disk alone can say, any other {@link IOException}.
 */
public interface BlobStore extends DiskSpace {
    /**
     * Starts blob {@code id}, or goes on where the last writer's bytes were durable. A writer that still holds the part
     * (its node froze, say) loses it and is refused from then on.
     *
     * @throws StorageException.AlreadyStored if the blob is whole and recorded
     */
    BlobWriter write(BlobId id) throws IOException;

    /**
     * Opens a whole blob for reading; the caller closes.
     *
     * @throws StorageException.Missing if it is not here
     */
    SeekableByteChannel read(BlobId id) throws IOException;

    /**
     * A file with exactly these bytes, for programs that want a file; it must not be changed.
     *
     * @throws StorageException.Missing if it is not here
     */
    Path localFile(BlobId id) throws IOException;

    /**
     * Where a whole blob lies as a file of this machine, for the system to send by itself; empty in a store that keeps its
     * bytes elsewhere.
     *
     * @throws StorageException.Missing if it should be here and is not
     */
    Optional<Path> place(BlobId id) throws IOException;

    /** Removes the bytes, whole or partial. Tells whether there were any; a repeated call is harmless. */
    boolean delete(BlobId id) throws IOException;

    /**
     * All bytes, whole or partial, that were last touched before {@code since}, in no order; an id may come twice. The
     * caller closes.
     */
    Stream<BlobId> untouchedSince(Instant since) throws IOException;
}
