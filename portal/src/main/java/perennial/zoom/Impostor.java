package perennial.zoom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;

/**
 * Finds out pages and error messages that come in place of a file. Zoom sends those with status 200, when a recording
 * is in the trash, needs a passcode, or belongs to somebody else.
 */
final class Impostor {
    private static final Set<String> PAGE_TYPES = Set.of("text/html", "application/xhtml+xml");

    private Impostor() {}

    /**
     * Looks at an answer with a good status.
     *
     * @param start the first bytes of the body
     * @param begins whether the body is the file from its first byte on, rather than the rest of it
     */
    static void check(String contentType, FileKind kind, byte[] start, boolean begins) {
        var text = new String(start, UTF_8);
        if (PAGE_TYPES.contains(contentType) || (begins && looksLikePage(text, kind))) {
            throw new ZoomException.NotAFile(PageText.of(text));
        }
        boolean json = contentType.equals("application/json");
        boolean expectsNone = kind == FileKind.MEDIA || kind == FileKind.TEXT;
        if (json && expectsNone) throw new ZoomException.NotAFile(said(text));
        if (begins && looksLikeError(text, kind)) throw new ZoomException.NotAFile(said(text));
    }

    /** What an answer with a bad status says. */
    static String words(int status, byte[] start) {
        return "HTTP %d: %s".formatted(status, said(new String(start, UTF_8)));
    }

    private static String said(String text) {
        var problem = Problem.read(text);
        return problem.message().isBlank() ? "(nothing)" : problem.reason();
    }

    /** A chat may begin with any word, so only what begins a document counts; in a video not even that can occur. */
    private static boolean looksLikePage(String text, FileKind kind) {
        var begin =
                text.substring(0, Math.min(text.length(), 200)).stripLeading().toLowerCase(Locale.ROOT);
        return begin.startsWith("<!doctype html")
                || begin.startsWith("<html")
                || (kind == FileKind.MEDIA && begin.startsWith("<"));
    }

    /** {@code {"code": 124, "message": …}} and nothing of what a timeline or summary holds. */
    private static boolean looksLikeError(String text, FileKind kind) {
        if (!text.stripLeading().startsWith("{")) return false;
        if (kind == FileKind.MEDIA) return true;
        try {
            var body = Json.read(text);
            return body.size() <= 4
                    && (body.has("code") || body.has("errorCode"))
                    && Problem.of(body).code() != 0;
        } catch (JacksonException e) {
            return false;
        }
    }
}
