package perennial.zoom;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Replies to read: our own, written by hand, and the samples that lie beside the project where there are any. */
public final class Fixtures {
    private Fixtures() {}

    static String read(String name) {
        try (var in = Fixtures.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Skips the test where the folder is absent. */
    public static Path samples() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var samples = folder.resolve("shared/zoom/samples");
            if (Files.isDirectory(samples)) return samples;
        }
        return abort("shared/zoom/samples is not here, so its replies are not read");
    }
}
