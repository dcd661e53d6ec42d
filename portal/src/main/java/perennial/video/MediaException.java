package perennial.video;

import java.time.Duration;

/** Work on a media file that did not succeed. The kind says whose fault it is; the message is a sentence for people. */
public abstract sealed class MediaException extends RuntimeException {
    private MediaException(String message) {
        super(message);
    }

    private MediaException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The file is not whole, or no media at all. Working on it again does not help; fetching it again may. */
    public static final class NotMedia extends MediaException {
        public NotMedia(String sentence) {
            super(sentence);
        }
    }

    /** The work was given up because it took longer than it may. Another try on a less busy machine may succeed. */
    public static final class TooLong extends MediaException {
        public TooLong(String work, Duration limit) {
            super("%s took longer than %d minutes and was stopped.".formatted(work, Math.max(1, limit.toMinutes())));
        }
    }

    /** FFmpeg gave up or could not run: out of memory, disk full, a file it cannot handle. Its own words are kept. */
    public static final class Failed extends MediaException {
        public Failed(String sentence) {
            super(sentence);
        }

        public Failed(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }
}
