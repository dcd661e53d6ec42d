package perennial.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The file of a blob that is not whole yet, opened by one writer.
 *
 * <p>It is locked for as long as it is open. If another writer holds it (a node that froze, or was declared dead and
 * lives), the durable bytes are copied to a new file of the same name: what that writer still writes then goes nowhere.
 */
record PartFile(BlobId id, FileChannel channel, Layout layout) {
    /** Opens the part of {@code id} for reading and writing, cut to {@code durable} bytes (fewer if the disk lost some). */
    static PartFile open(BlobId id, Layout layout, long durable) throws IOException {
        var part = layout.part(id);
        takeBack(layout.whole(id), part);
        var channel = openFile(part);
        if (!locked(channel)) {
            channel.close();
            channel = openCopy(id, layout, durable);
        }
        if (channel.size() > durable) channel.truncate(durable);
        return new PartFile(id, channel, layout);
    }

    /** A file that is whole but was never recorded: its writer died between the two. */
    private static void takeBack(Path whole, Path part) throws IOException {
        if (Files.exists(whole)) {
            Files.move(whole, part, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static FileChannel openFile(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static FileChannel openCopy(BlobId id, Layout layout, long durable) throws IOException {
        var draft = layout.draft(id);
        var copy = openFile(draft);
        try (var held = FileChannel.open(layout.part(id))) {
            long copied = 0;
            while (copied < durable) {
                var n = held.transferTo(copied, durable - copied, copy);
                if (n <= 0) break;
                copied += n;
            }
        }
        copy.force(true);
        if (!locked(copy)) throw new IOException("a new file cannot be locked: " + draft);
        Files.move(draft, layout.part(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Folders.sync(layout.parts());
        return copy;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another writer of this very process
        }
    }

    Path path() {
        return layout.part(id);
    }

    /** Gives the file its final name, durably. */
    void becomeWhole() throws IOException {
        Folders.create(layout.shelf(id));
        Files.move(path(), layout.whole(id), StandardCopyOption.ATOMIC_MOVE);
        Folders.sync(layout.shelf(id));
        Folders.sync(layout.parts());
    }
}
