package perennial.storage;

/**
 * A range of one blob.
 *
 * @param offset of the first byte
 * @param length in bytes, at least one
 */
public record Piece(BlobId blob, long offset, long length) {
    public Piece {
        if (offset < 0) throw new IllegalArgumentException("negative offset: " + offset);
        if (length < 1) throw new IllegalArgumentException("a piece has at least one byte, not " + length);
        Math.addExact(offset, length);
    }
}
