package perennial.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file of a blob that is not whole yet, opened by one writer.
 *
 * <p>It is locked for as long as it is open. If another writer holds it (a node that froze, or was declared dead and
 * lives), what may be kept is copied to a new file of the same name: what that writer still writes then goes nowhere.
 */
record PartFile(BlobId id, FileChannel channel, Trail trail, Trail.Kept kept, Disk disk, Layout layout)
        implements Closeable {
    /** Opens the part of {@code id} for reading and writing, cut to what may be kept of it. */
    static PartFile open(BlobId id, Layout layout, Disk disk, Parts.Progress known) throws IOException {
        var part = layout.part(id);
        takeBack(disk, layout.whole(id), part);
        var trail = new Trail(disk, layout.trail(id));
        var channel = disk.open(part);
        try {
            boolean ours = locked(channel);
            var kept = trail.follow(channel, known);
            if (ours) {
                trail.goOn(channel, Math.min(known.durable(), kept.bytes()), kept.bytes());
            } else {
                channel.close();
                channel = openCopy(id, layout, disk, kept.bytes());
                trail.forget();
            }
            if (channel.size() > kept.bytes()) channel.truncate(kept.bytes());
            return new PartFile(id, channel, trail, kept, disk, layout);
        } catch (IOException | RuntimeException e) {
            closeAfter(e, trail, channel); // and give the lock back
            throw e;
        }
    }

    /** Closes what a failure leaves open; that failure is the one to be heard of. */
    static void closeAfter(Exception failure, Closeable... open) {
        for (var each : open) {
            try {
                each.close();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    /** A file that is whole but was never recorded: its writer died between the two. */
    private static void takeBack(Disk disk, Path whole, Path part) throws IOException {
        if (Files.exists(whole)) disk.move(whole, part);
    }

    private static FileChannel openCopy(BlobId id, Layout layout, Disk disk, long bytes) throws IOException {
        var draft = layout.draft(id);
        var copy = disk.open(draft);
        try {
            copy(layout.part(id), copy, bytes);
            copy.force(true);
            if (!locked(copy)) throw new IOException("a new file cannot be locked: " + draft);
            disk.move(draft, layout.part(id));
            disk.sync(layout.parts());
            return copy;
        } catch (IOException | RuntimeException e) {
            closeAfter(e, copy);
            throw e;
        }
    }

    private static void copy(Path from, FileChannel to, long bytes) throws IOException {
        try (var held = FileChannel.open(from)) {
            long copied = 0;
            while (copied < bytes) {
                var n = held.transferTo(copied, bytes - copied, to);
                if (n <= 0) break;
                copied += n;
            }
        }
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
        trail.forget();
        disk.makeFolders(layout.shelf(id));
        disk.move(path(), layout.whole(id));
        disk.sync(layout.shelf(id));
        disk.sync(layout.parts());
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            trail.close();
        }
    }

    /** Removes what came, and what was noted of it. */
    void remove() throws IOException {
        trail.forget();
        disk.delete(path());
    }
}
