package perennial.storage;

import java.io.IOException;

/** Bytes could not be written or read. The kind says what can be done. */
public abstract sealed class StorageException extends IOException {
    private StorageException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    private StorageException(String sentence) {
        super(sentence);
    }

    /** The disk has no room. A person makes some; then trying again goes on where it stopped. */
    public static final class Full extends StorageException {
        Full(String where, Throwable cause) {
            super(
                    "The disk that holds %s is full. Free some space on it; work then goes on by itself"
                            .formatted(where),
                    cause);
        }
    }

    /** The disk did not confirm that bytes are safe. They were thrown away: try again from the start. */
    public static final class NotDurable extends StorageException {
        NotDurable(BlobId id, Throwable cause) {
            super("The disk did not confirm the bytes of blob %s, so they were thrown away".formatted(id), cause);
        }
    }

    /** Another writer goes on with this blob; this one stops. */
    public static final class TakenOver extends StorageException {
        TakenOver(BlobId id) {
            super("Blob %s is being written by another node".formatted(id));
        }
    }

    /** The blob is whole and recorded, and blobs never change. */
    public static final class AlreadyStored extends StorageException {
        AlreadyStored(BlobId id) {
            super("Blob %s is stored already".formatted(id));
        }
    }

    /** There are no bytes for this id. If a row says there should be, a person must look for them in a backup. */
    public static final class Missing extends StorageException {
        Missing(BlobId id) {
            super("The bytes of blob %s are not in the store".formatted(id));
        }
    }
}
