package perennial.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A real disk that writes down what happens to it, in order, for {@link CrashState} to play power cuts by. */
final class DiskLog extends Disk {
    /** One thing that happened. A file is known by a number, whatever its name is at the time. */
    sealed interface Step {}

    record Created(int file, Path name) implements Step {}

    record Wrote(int file, long at, ByteBuffer bytes) implements Step {}

    record Truncated(int file, long size) implements Step {}

    /** An fsync has ended that began at step {@code began}: what was written before that is durable. */
    record Synced(int file, int began) implements Step {}

    record Moved(Path from, Path to) implements Step {}

    record Deleted(Path name) implements Step {}

    record FolderMade(Path folder) implements Step {}

    record FolderSynced(Path folder) implements Step {}

    /** The database has committed how far the part is; null when it has no row any more. */
    record Row(Parts.@Nullable Progress progress) implements Step {}

    /** The store has told its caller that the blob is whole. */
    record Sealed() implements Step {}

    private final List<Step> steps = new ArrayList<>();
    private final Map<Path, Integer> numbers = new HashMap<>();
    private int files;

    synchronized void add(Step step) {
        steps.add(step);
    }

    synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    private synchronized int length() {
        return steps.size();
    }

    @Override
    FileChannel open(Path file) throws IOException {
        synchronized (this) {
            boolean there = Files.exists(file);
            var real = super.open(file);
            if (!there) {
                numbers.put(file, files);
                steps.add(new Created(files++, file));
            }
            return new LoggedFile(real, Objects.requireNonNull(numbers.get(file)));
        }
    }

    @Override
    void move(Path from, Path to) throws IOException {
        synchronized (this) {
            super.move(from, to);
            numbers.put(to, Objects.requireNonNull(numbers.remove(from)));
            steps.add(new Moved(from, to));
        }
    }

    @Override
    boolean delete(Path file) throws IOException {
        synchronized (this) {
            boolean was = super.delete(file);
            numbers.remove(file);
            if (was) steps.add(new Deleted(file));
            return was;
        }
    }

    @Override
    void makeFolder(Path folder) throws IOException {
        super.makeFolder(folder);
        add(new FolderMade(folder));
    }

    @Override
    void sync(Path folder) throws IOException {
        super.sync(folder);
        add(new FolderSynced(folder));
    }

    private final class LoggedFile extends WatchedFile {
        private final int number;

        LoggedFile(FileChannel real, int number) {
            super(real);
            this.number = number;
        }

        @Override
        public int write(ByteBuffer from, long at) throws IOException {
            synchronized (DiskLog.this) {
                var same = from.duplicate();
                int count = super.write(from, at);
                var bytes = new byte[count];
                same.get(bytes);
                steps.add(new Wrote(number, at, ByteBuffer.wrap(bytes)));
                return count;
            }
        }

        /** As a target of a copy. */
        @Override
        public int write(ByteBuffer from) throws IOException {
            long at = position();
            int count = write(from, at);
            position(at + count);
            return count;
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            synchronized (DiskLog.this) {
                super.truncate(size);
                steps.add(new Truncated(number, size));
                return this;
            }
        }

        @Override
        public void force(boolean metaData) throws IOException {
            int began = length();
            super.force(metaData);
            add(new Synced(number, began));
        }
    }
}
