package perennial.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import perennial.storage.Blob;
import perennial.storage.BlobId;
import perennial.storage.BlobStore;
import perennial.storage.BlobWriter;

/** A store whose calls go through {@link CallFaults}. */
record FaultyStore(BlobStore real, CallFaults faults) implements BlobStore {
    @Override
    public BlobWriter write(BlobId id) throws IOException {
        return new Writer(faults.store("write", () -> real.write(id)), faults);
    }

    @Override
    public SeekableByteChannel read(BlobId id) throws IOException {
        return faults.store("read", () -> real.read(id));
    }

    @Override
    public Path localFile(BlobId id) throws IOException {
        return faults.store("local file", () -> real.localFile(id));
    }

    @Override
    public Optional<Path> place(BlobId id) throws IOException {
        return real.place(id);
    }

    @Override
    public boolean delete(BlobId id) throws IOException {
        return faults.store("delete", () -> real.delete(id));
    }

    @Override
    public Stream<BlobId> untouchedSince(Instant since) throws IOException {
        return real.untouchedSince(since);
    }

    @Override
    public long freeBytes() throws IOException {
        return faults.store("free bytes", real::freeBytes);
    }

    @Override
    public long totalBytes() throws IOException {
        return faults.store("total bytes", real::totalBytes);
    }

    private record Writer(BlobWriter real, CallFaults faults) implements BlobWriter {
        @Override
        public long position() {
            return real.position();
        }

        @Override
        public @Nullable String validator() {
            return real.validator();
        }

        @Override
        public void validator(@Nullable String validator) {
            real.validator(validator);
        }

        @Override
        public void restart() throws IOException {
            faults.store("restart", () -> {
                real.restart();
                return true;
            });
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            faults.write("write bytes", () -> {
                real.write(bytes);
                return true;
            });
        }

        @Override
        public Blob seal() throws IOException {
            return faults.write("seal", real::seal);
        }

        @Override
        public void close() throws IOException {
            faults.store("close", () -> {
                real.close();
                return true;
            });
        }

        @Override
        public void discard() throws IOException {
            faults.store("discard", () -> {
                real.discard();
                return true;
            });
        }
    }
}
