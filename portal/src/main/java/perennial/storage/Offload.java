package perennial.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lets an nginx in front send whole blobs by {@code X-Accel-Redirect}, where the operator has set that up.
 *
 * <p>Whole blobs only: nginx applies the client's range to the file it is given, so a file made of pieces would come out
 * wrong.
 */
@Component
class Offload {
    static final String HEADER = "X-Accel-Redirect";

    private final BlobStore store;
    private final StorageProperties properties;

    Offload(BlobStore store, StorageProperties properties) {
        this.store = store;
        this.properties = properties;
    }

    /** What nginx calls the file that is exactly {@code content}; empty if there is none, or no nginx. */
    Optional<String> address(Composite content) throws IOException {
        var location = properties.accel();
        if (location == null || content.pieces().size() != 1) return Optional.empty();
        var only = content.pieces().getFirst();
        var file = store.place(only.blob());
        if (file.isEmpty() || only.offset() != 0 || Files.size(file.get()) != only.length()) return Optional.empty();
        var inFolder =
                properties.folder().toAbsolutePath().relativize(file.get().toAbsolutePath());
        return Optional.of(location + "/" + inFolder);
    }
}
