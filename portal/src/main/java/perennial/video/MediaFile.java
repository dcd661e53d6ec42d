package perennial.video;

import java.nio.file.Path;
import perennial.storage.BlobId;

/**
 * A media file that is kept as a blob.
 *
 * @param file the blob's bytes, to read
 */
public record MediaFile(BlobId blob, Path file, Container container) {}
