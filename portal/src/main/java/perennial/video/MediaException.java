package perennial.video;

import java.time.Duration;
import java.util.List;

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

    /** Parts of a recording can be joined in no way. Working on it again does not help; the parts are kept as they are. */
    public static final class PartsRefused extends MediaException {
        private final transient List<RefusedPart> parts;

        /** @param parts one at least */
        PartsRefused(List<RefusedPart> parts) {
            super(sentence(parts));
            this.parts = List.copyOf(parts);
        }

        /** One a view that it is missed in. */
        public List<RefusedPart> parts() {
            return parts;
        }

        private static String sentence(List<RefusedPart> parts) {
            var first = parts.getFirst();
            long others = parts.stream().map(RefusedPart::segment).distinct().count() - 1;
            var more = others == 0 ? "" : " %d more refused.".formatted(others);
            return "Part %d cannot be joined: %s.%s"
                    .formatted(first.segment() + 1, first.decision().reason(), more);
        }
    }

    /** Parts that are whole become no video together. Working on it again does not help. */
    public static final class CannotJoin extends MediaException {
        private static final String WHAT = "The parts do not become one video. ";

        /** @param why a sentence */
        CannotJoin(String why) {
            super(WHAT + why);
        }

        CannotJoin(String why, Throwable cause) {
            super(WHAT + why, cause);
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
