package perennial.video;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Files as Zoom writes them. They are no part of the project; where they are absent, tests that need them are skipped. */
final class Samples {
    private Samples() {}

    static Path file(String name) {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var samples = at.resolve("shared/zoom/samples/files");
            if (Files.isDirectory(samples)) return samples.resolve(name);
        }
        Assumptions.abort("no samples of Zoom's files beside the project");
        throw new AssertionError("not reached");
    }
}
