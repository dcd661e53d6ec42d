package perennial.zoom;

import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpMessage;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that is still wanted: from a byte on to its end.
 *
 * @param validator of the part we have; with it the server sends the rest only if the file is still the same one.
 *     Without it, only the length can tell
 */
record ByteRange(long from, @Nullable String validator) {
    static final ByteRange WHOLE = new ByteRange(0, null);

    private static final Pattern PART = Pattern.compile("bytes\\s+(\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");
    private static final Pattern NONE = Pattern.compile("bytes\\s+\\*/(\\d{1,18})");

    ByteRange {
        if (from < 0) throw new IllegalArgumentException("negative: " + from);
    }

    void ask(HttpMessage request) {
        if (from == 0) return;
        request.setHeader("Range", "bytes=" + from + "-");
        if (validator != null) request.setHeader("If-Range", validator);
    }

    /** The server says that there is nothing behind what we have. */
    boolean completeBy(Answer answer) {
        if (from == 0 || answer.status() != 416) return false;
        var range = NONE.matcher(contentRange(answer));
        return range.matches() && Long.parseLong(range.group(1)) == from;
    }

    /** The answer is a part of something, but not the one we need to go on. */
    boolean missedBy(Answer answer) {
        if (from == 0) return false;
        if (answer.status() == 416) return true;
        return answer.status() == 206 && (strayedBy(answer) || anotherFile(answer));
    }

    /** A part that begins elsewhere. */
    boolean strayedBy(Answer answer) {
        return answer.status() == 206 && start(answer) != from;
    }

    /** Length of the whole file as the answer gives it, -1 if it does not. */
    long announced(Answer answer) {
        if (answer.status() != 206) return answer.length();
        var range = PART.matcher(contentRange(answer));
        if (range.matches() && !range.group(3).equals("*")) return Long.parseLong(range.group(3));
        return answer.length() < 0 ? -1 : from + answer.length();
    }

    /** What a later attempt can resume with. A weak ETag does not promise the same bytes. */
    static @Nullable String validator(Answer answer) {
        var tag = answer.header("ETag");
        return tag != null && tag.startsWith("\"") ? tag : answer.header("Last-Modified");
    }

    private static long start(Answer answer) {
        var range = PART.matcher(contentRange(answer));
        return range.matches() ? Long.parseLong(range.group(1)) : -1;
    }

    /** Some servers send the part although If-Range does not match. */
    private boolean anotherFile(Answer answer) {
        var tag = answer.header("ETag");
        return validator != null && validator.startsWith("\"") && tag != null && !tag.equals(validator);
    }

    private static String contentRange(Answer answer) {
        var header = answer.header("Content-Range");
        return header == null ? "" : header.strip();
    }
}
