package perennial.video;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One segment of one view, to be joined with its neighbours.
 *
 * @param file null when this view is missing in the segment; it is filled then, so that all views stay in step. A file
 *     with sound alone may stand in for a missing picture
 * @param length what the segment fills of the joined video: the same in all views
 */
public record SegmentFile(@Nullable Path file, Container container, Duration length) {
    public SegmentFile {
        if (length.isNegative() || length.isZero()) throw new IllegalArgumentException("a segment of length " + length);
    }

    /** A segment in which the view does not exist. */
    public static SegmentFile missing(Duration length) {
        return new SegmentFile(null, Container.MP4, length);
    }
}
