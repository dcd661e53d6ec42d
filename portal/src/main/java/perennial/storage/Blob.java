package perennial.storage;

/**
 * Bytes that are whole and durable.
 *
 * @param size in bytes
 * @param sha256 of all bytes, in lower-case hex
 */
public record Blob(BlobId id, long size, String sha256) {
    public Blob {
        if (size < 0) throw new IllegalArgumentException("negative size: " + size);
        if (!sha256.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("not a SHA-256 in hex: " + sha256);
    }
}
