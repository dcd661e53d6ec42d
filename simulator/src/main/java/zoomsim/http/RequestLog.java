package zoomsim.http;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Predicate;

/** The requests so far, oldest first; only the last 100,000 are kept. */
public final class RequestLog {
    private static final int KEPT = 100_000;

    private final ArrayDeque<LoggedRequest> requests = new ArrayDeque<>();

    synchronized void add(LoggedRequest request) {
        if (requests.size() == KEPT) requests.removeFirst();
        requests.addLast(request);
    }

    public synchronized List<LoggedRequest> all() {
        return List.copyOf(requests);
    }

    public synchronized List<LoggedRequest> matching(Predicate<LoggedRequest> wanted) {
        return requests.stream().filter(wanted).toList();
    }

    public synchronized void clear() {
        requests.clear();
    }
}
