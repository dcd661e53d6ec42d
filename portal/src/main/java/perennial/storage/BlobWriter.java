package perennial.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Writes one blob from front to end and hashes it on the way. Used by one thread at a time. */
public interface BlobWriter extends Closeable {
    /** How many bytes are in; after resuming, where the source must go on. */
    long position();

    /** What the source called this version of its bytes (an ETag), remembered across crashes; null if it never said. */
    @Nullable
    String validator();

    /** Remembers the source's name for this version, together with the next bytes that become durable. */
    void validator(@Nullable String validator);

    /** Throws away what is in, for a source that cannot go on or has changed. */
    void restart() throws IOException;

    /**
     * Appends what remains in {@code bytes}. What comes is made durable on the way: a power cut costs 16 MiB at most, as
     * long as no call brings more than 1 MiB, and of a source that names its version a kill of this process costs the last
     * call's bytes at most.
     *
     * @throws StorageException.Full when the disk has no room; what was durable is kept for resuming
     * @throws StorageException.NotDurable when the disk did not confirm; nothing is kept, begin again
     * @throws StorageException.TakenOver when another writer has resumed this blob; stop
     */
    void write(ByteBuffer bytes) throws IOException;

    /**
     * Makes the blob whole: durable under its final name. It is recorded by {@link Blobs#record} afterwards, in the
     * transaction that uses it; until then {@link BlobStore#write} takes it back for resuming.
     */
    Blob seal() throws IOException;

    /** Ends the writing; a part that is not sealed is kept for resuming. */
    @Override
    void close() throws IOException;

    /** Ends the writing and keeps nothing. */
    void discard() throws IOException;
}
