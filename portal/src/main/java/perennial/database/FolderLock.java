package perennial.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second portal away from a data folder. The system releases it when its process ends, however it ends. */
final class FolderLock {
    private FolderLock() {}

    /** Closing the lock's channel releases it. @throws DatabaseUnusable if another portal holds it */
    static FileLock take(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = tryLock(channel);
        if (lock != null) return lock;
        channel.close();
        throw new DatabaseUnusable(
                "Another portal is running on the data folder " + folder,
                "Stop that one, or set perennial.home to another folder.");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held within this very process
        }
    }
}
