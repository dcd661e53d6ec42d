package perennial.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders with all that is in them. */
final class Trees {
    private Trees() {}

    /** Removes {@code root}, if it is there. */
    static void delete(Path root) throws IOException {
        if (!Files.exists(root)) return;
        try (var all = Files.walk(root)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
