package perennial.storage;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a store of one folder keeps what: {@code parts/<id>.part}, beside it its {@link Trail}, and whole
 * {@code <first two digits>/<id>}.
 */
record Layout(Path folder) {
    private static final String ENDING = ".part";

    Path parts() {
        return folder.resolve("parts");
    }

    Path part(BlobId id) {
        return parts().resolve(id + ENDING);
    }

    Path trail(BlobId id) {
        return parts().resolve(id + ".trail");
    }

    Path shelf(BlobId id) {
        return folder.resolve(id.toString().substring(0, 2));
    }

    Path whole(BlobId id) {
        return shelf(id).resolve(id.toString());
    }

    /** A file of its own beside the part, for a writer that takes the blob over. */
    Path draft(BlobId id) {
        return parts().resolve("%s.%s.draft".formatted(id, UUID.randomUUID()));
    }

    /** Whose bytes a file of ours holds; empty for a file that somebody else put there. */
    static Optional<BlobId> idOf(Path file) {
        var name = file.getFileName().toString();
        var dot = name.indexOf('.');
        try {
            return Optional.of(BlobId.parse(dot < 0 ? name : name.substring(0, dot)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
