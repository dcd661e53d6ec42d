package perennial.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** All that a store of one folder asks of its disk, in one place, so that a test can see it and play a power cut. */
class Disk {
    /** Opens a file for reading and writing; made when absent. */
    FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Gives a file another name, and takes that from the file that has it: all of it or nothing. */
    void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Tells whether there was such a file. */
    boolean delete(Path file) throws IOException {
        return Files.deleteIfExists(file);
    }

    /** Makes {@code folder} and what is missing above it, each entry durable. */
    final void makeFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        var parent = folder.toAbsolutePath().getParent();
        if (parent != null) makeFolders(parent);
        makeFolder(folder);
        if (parent != null) sync(parent);
    }

    void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    /** Makes what was created, renamed or removed in {@code folder} durable. */
    void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }
}
