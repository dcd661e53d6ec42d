package perennial.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders whose entries survive a power cut. */
final class Folders {
    private Folders() {}

    /** Makes {@code folder} and what is missing above it, each entry durable. */
    static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        var parent = folder.toAbsolutePath().getParent();
        if (parent != null) create(parent);
        Files.createDirectories(folder);
        if (parent != null) sync(parent);
    }

    /** Makes what was created, renamed or removed in {@code folder} durable. */
    static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }
}
