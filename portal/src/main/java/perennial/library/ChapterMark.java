package perennial.library;

import java.time.Duration;

/** The start of a chapter. It lasts until the next one, the last one until the end. */
public record ChapterMark(Duration start, String title) {
    public ChapterMark {
        if (start.isNegative()) throw new IllegalArgumentException("a chapter cannot start before its video");
    }
}
