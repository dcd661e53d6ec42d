package perennial.storage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request for bytes asks for, in the order of RFC 9110, section 13.2.2. */
sealed interface Wanted {
    /** All of it, or with HEAD the headers of all of it. */
    record Whole(boolean withBody) implements Wanted {}

    /** Both ends included. */
    record Range(long first, long last) implements Wanted {
        long length() {
            return last - first + 1;
        }
    }

    /** A range that lies outside: 416. */
    record NoSuchRange() implements Wanted {}

    /** 304, the asker has it already, or 412, it is not what the asker thinks. */
    record Nothing(int status) implements Wanted {}

    /** At most 18 digits: more cannot be a position in any file, and would not fit a long. */
    Pattern ONE_RANGE =
            Pattern.compile("\\s*bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    static Wanted by(HttpServletRequest in, Composite content) {
        var tag = content.etag();
        var ifMatch = in.getHeader("If-Match");
        if (ifMatch != null && !names(ifMatch, tag, false)) {
            return new Nothing(HttpServletResponse.SC_PRECONDITION_FAILED);
        }
        var ifNoneMatch = in.getHeader("If-None-Match");
        if (ifNoneMatch != null && names(ifNoneMatch, tag, true)) {
            return new Nothing(HttpServletResponse.SC_NOT_MODIFIED);
        }
        if (in.getMethod().equals("HEAD")) return new Whole(false); // ranges are defined for GET only
        var ifRange = in.getHeader("If-Range");
        // A date never matches: there is no Last-Modified to compare it with.
        if (ifRange != null && !ifRange.strip().equals(tag)) return new Whole(true);
        return range(in.getHeader("Range"), content.length());
    }

    /** Several ranges, or what is no range at all, get the whole: a server may ignore the header, and no player sends that. */
    private static Wanted range(@Nullable String header, long length) {
        if (header == null) return new Whole(true);
        var range = ONE_RANGE.matcher(header);
        if (!range.matches()) return new Whole(true);
        var from = range.group(1);
        var to = range.group(2);
        if (from.isEmpty()) return to.isEmpty() ? new Whole(true) : suffix(Long.parseLong(to), length);
        var first = Long.parseLong(from);
        var last = to.isEmpty() ? Long.MAX_VALUE : Long.parseLong(to);
        if (last < first) return new Whole(true);
        return first < length ? new Range(first, Math.min(last, length - 1)) : new NoSuchRange();
    }

    private static Wanted suffix(long count, long length) {
        if (count == 0 || length == 0) return new NoSuchRange();
        return new Range(Math.max(0, length - count), length - 1);
    }

    /** Whether a list of entity tags names ours; {@code weak} lets those with {@code W/} in front count as equal. */
    private static boolean names(String list, String tag, boolean weak) {
        if (list.strip().equals("*")) return true;
        for (var each : list.split(",", -1)) {
            var one = each.strip();
            if (one.equals(tag) || (weak && one.equals("W/" + tag))) return true;
        }
        return false;
    }
}
