package perennial.storage;

import java.util.UUID;

/** Identifies a blob. Random, so that no key is ever written twice, and never derived from a name. */
public record BlobId(UUID value) {
    public static BlobId random() {
        return new BlobId(UUID.randomUUID());
    }

    /** Reads what {@link #toString} wrote; anything else is an {@link IllegalArgumentException}. */
    public static BlobId parse(String text) {
        return new BlobId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
