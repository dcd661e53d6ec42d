package perennial.library.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import perennial.library.ChapterMark;
import perennial.web.PortalException;

/** A chapter as it is sent; {@code start} in seconds. */
record ChapterJson(double start, @Nullable String title) {
    private static final double MILLIS_PER_SECOND = 1000;

    /** @throws PortalException 400 if it cannot be one */
    ChapterMark mark() {
        if (title == null || !(start >= 0 && start < Integer.MAX_VALUE)) {
            throw PortalException.badRequest(
                    "invalid-chapters",
                    "A chapter has a start in seconds, from 0, and a title",
                    "Correct it and send all chapters again.");
        }
        return new ChapterMark(Duration.ofMillis(Math.round(start * MILLIS_PER_SECOND)), title);
    }
}
