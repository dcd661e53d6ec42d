/**
 * Bytes: immutable blobs under random ids, written once, hashed while written, and durable before the row that names
 * them.
 *
 * <p>{@link perennial.storage.BlobStore} moves bytes and knows no rows but the progress of unfinished parts; {@link
 * perennial.storage.Blobs} keeps the rows; {@link perennial.storage.Composite} is an ordered list of pieces of blobs
 * that {@link perennial.storage.ByteServing} sends to browsers as one file.
 */
@ApplicationModule(
        displayName = "Storage",
        allowedDependencies = {"jobs"})
@NullMarked
package perennial.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
