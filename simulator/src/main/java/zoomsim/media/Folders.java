package zoomsim.media;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Makes folders appear whole or not at all. */
final class Folders {
    private Folders() {}

    /**
     * Renames {@code filled} to {@code ready}; both on one disk. If another process was first, its folder stays and
     * ours is removed: the same recipe gives the same content.
     */
    static void publish(Path filled, Path ready) throws IOException {
        try {
            Files.move(filled, ready, StandardCopyOption.ATOMIC_MOVE);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
            remove(filled);
        } catch (FileSystemException e) { // some systems answer "Directory not empty" with this general kind
            remove(filled);
            if (!Files.isDirectory(ready)) throw e;
        }
    }

    /** Removes a folder with all that is in it; silent if there is none. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var inside = Files.walk(folder)) {
            for (var path : inside.sorted((a, b) -> b.compareTo(a)).toList()) Files.deleteIfExists(path);
        }
    }
}
