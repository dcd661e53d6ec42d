package perennial.storage;

import java.nio.file.Path;

/** Where a store of one folder keeps what: {@code parts/<id>.part} and {@code <first two digits>/<id>}. */
record Layout(Path folder) {
    private static final String ENDING = ".part";

    Path parts() {
        return folder.resolve("parts");
    }

    Path part(BlobId id) {
        return parts().resolve(id + ENDING);
    }

    Path shelf(BlobId id) {
        return folder.resolve(id.toString().substring(0, 2));
    }

    Path whole(BlobId id) {
        return shelf(id).resolve(id.toString());
    }
}
