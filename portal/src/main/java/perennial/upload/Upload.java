package perennial.upload;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import perennial.library.MediaId;
import perennial.people.PersonId;
import perennial.storage.BlobId;

/**
 * A file that somebody brings. Immutable, as it was read.
 *
 * @param name as its sender named it, with no more than 255 characters
 * @param fingerprint by which a page knows the file again; empty where the sender gave none
 * @param size in bytes
 * @param received of its bytes, as was last noted
 * @param blob its bytes, arriving or whole; absent: none are kept for it
 * @param sha256 in hexadecimal; absent until it is whole
 * @param reason why it was refused or failed, as a sentence; else empty
 * @param percent of making it playable
 * @param media what became of it; absent until it is ready
 */
public record Upload(
        UploadId id,
        PersonId owner,
        String name,
        String fingerprint,
        long size,
        long received,
        @Nullable BlobId blob,
        @Nullable String sha256,
        UploadState state,
        String reason,
        int percent,
        @Nullable MediaId media,
        Instant createdAt) {}
