package zoomsim.http;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The requests so far, oldest first; only the last 100,000 are kept. */
public final class RequestLog {
    private static final int KEPT = 100_000;

    private final ArrayDeque<LoggedRequest> requests = new ArrayDeque<>();
    private volatile Consumer<LoggedRequest> watcher = request -> {};

    void add(LoggedRequest request) {
        watcher.accept(request);
        synchronized (this) {
            if (requests.size() == KEPT) requests.removeFirst();
            requests.addLast(request);
        }
    }

    /** Shows each request from now on to {@code watcher} alone, while its client still waits for the answer. */
    public void watch(Consumer<LoggedRequest> watcher) {
        this.watcher = watcher;
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
