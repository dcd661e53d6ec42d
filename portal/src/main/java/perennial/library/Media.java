package perennial.library;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import perennial.people.PersonId;
import perennial.storage.BlobId;

/**
 * One entry of the library: what a person finds, plays and downloads. Immutable, as it was read.
 *
 * @param source see {@link NewMedia}
 * @param version the one that is shown; counts up with {@link LateParts#bring}
 * @param length of that version
 * @param poster a JPEG; absent while it is not made, and for good where there is nothing to look at
 * @param posterSought whether a poster of this version has been looked for
 * @param publishedAt the first time it became visible to others
 */
public record Media(
        MediaId id,
        String source,
        String title,
        String description,
        PersonId author,
        String authorName,
        String authorEmail,
        MediaStatus status,
        Access access,
        Instant recordedAt,
        Duration length,
        int version,
        @Nullable BlobId poster,
        boolean posterSought,
        Allowed allowed,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant publishedAt) {

    /** What those who may see an item may do with it besides watching. */
    public record Allowed(boolean download, boolean embed, boolean share, boolean comments) {}

    /** Whether it was recorded with Zoom rather than uploaded. */
    public boolean fromZoom() {
        return source.startsWith("zoom:");
    }
}
