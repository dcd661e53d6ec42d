package zoomsim.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import zoomsim.http.Request;

/** The faults that wait for their requests. Safe for use by several threads. */
public final class Faults {
    private final List<Waiting> waiting = new ArrayList<>();

    /**
     * Lets the next {@code times} requests fail whose path begins with a match of {@code path}.
     *
     * @param path a regular expression over the encoded path, so a plain prefix works too
     */
    public synchronized void next(int times, String path, Fault fault) {
        if (times < 1) throw new IllegalArgumentException("a fault happens at least once, not " + times);
        waiting.add(new Waiting(Pattern.compile(path), fault, times));
    }

    /**
     * Lets one request fail after others have passed.
     *
     * @param passing how many requests to that path pass before it
     */
    public synchronized void after(int passing, String path, Fault fault) {
        if (passing < 0) throw new IllegalArgumentException("so many requests cannot pass: " + passing);
        var later = new Waiting(Pattern.compile(path), fault, 1);
        later.passing = passing;
        waiting.add(later);
    }

    /** The next request to that path, once. */
    public void next(String path, Fault fault) {
        next(1, path, fault);
    }

    /** Until {@link #clear}. */
    public void always(String path, Fault fault) {
        next(Integer.MAX_VALUE, path, fault);
    }

    public synchronized void clear() {
        waiting.clear();
    }

    /** How many are still waiting, for each the path and what is left. */
    public synchronized List<String> waiting() {
        return waiting.stream().map(Waiting::toString).toList();
    }

    /** The faults that this request meets now; each of them is used up by one. */
    synchronized List<Fault> take(Request request) {
        boolean later = !request.parameter("next_page_token").orElse("").isEmpty();
        var met = new ArrayList<Fault>();
        for (var each : List.copyOf(waiting)) {
            if (!each.path.matcher(request.path()).lookingAt()) continue;
            if (each.fault instanceof Fault.PageTokenExpired && !later) continue;
            if (each.passing-- > 0) continue;
            met.add(each.fault);
            if (--each.left == 0) waiting.remove(each);
        }
        return met;
    }

    private static final class Waiting {
        final Pattern path;
        final Fault fault;
        int left;
        int passing;

        Waiting(Pattern path, Fault fault, int left) {
            this.path = path;
            this.fault = fault;
            this.left = left;
        }

        @Override
        public String toString() {
            return "%s x%d on %s".formatted(fault, left, path);
        }
    }
}
