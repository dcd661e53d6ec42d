package zoomsim;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import zoomsim.http.Json;

/** Zoom's own documents and real samples, which lie beside the project on some machines. */
final class Shared {
    private Shared() {}

    static JsonNode json(String file) {
        return Json.MAPPER.readTree(text(file));
    }

    /** Skips the test where the folder is absent. */
    static String text(String file) {
        var folder = folder();
        assumeTrue(folder != null, "no folder shared/zoom beside the project, so nothing to compare with");
        try {
            return Files.readString(Objects.requireNonNull(folder).resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Path folder() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var folder = at.resolve("shared/zoom");
            if (Files.isDirectory(folder)) return folder;
        }
        return null;
    }
}
