package zoomsim.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What happens at which moment of the simulated time, in order; runs by itself as time passes. Safe for several threads. */
public final class Agenda implements AutoCloseable {
    private static final Duration LONGEST_NAP = Duration.ofMinutes(1);

    private final SimulatedClock clock;
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::number));
    private long numbers;
    private boolean closed;
    private @Nullable Thread thread;

    Agenda(SimulatedClock clock) {
        this.clock = clock;
    }

    private record Entry(Instant at, long number, Runnable action) {}

    /** Lets {@code action} happen at that moment, at once where it is past. It must not wait for anything. */
    public synchronized void at(Instant moment, Runnable action) {
        if (closed) return;
        entries.add(new Entry(moment, numbers++, action));
        if (thread == null) thread = Thread.ofVirtual().name("agenda").start(this::live);
        notifyAll();
    }

    /** When the next thing happens, if that is not after {@code end}. */
    synchronized Optional<Instant> next(Instant end) {
        var first = entries.peek();
        return first == null || first.at().isAfter(end) ? Optional.empty() : Optional.of(first.at());
    }

    /** Does all that is due. */
    void catchUp() {
        for (var due = due(); !due.isEmpty(); due = due())
            due.forEach(entry -> entry.action().run());
    }

    private synchronized List<Entry> due() {
        var due = new ArrayList<Entry>();
        var now = clock.instant();
        while (!entries.isEmpty() && !entries.peek().at().isAfter(now)) due.add(entries.poll());
        return due;
    }

    private void live() {
        try {
            while (awaitNext()) catchUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether to go on. */
    private synchronized boolean awaitNext() throws InterruptedException {
        while (!closed) {
            var first = entries.peek();
            var nap = first == null ? LONGEST_NAP : Duration.between(clock.instant(), first.at());
            if (first != null && (nap.isNegative() || nap.isZero())) return true;
            wait(Math.max(1, Math.min(nap.toMillis(), LONGEST_NAP.toMillis())));
        }
        return false;
    }

    /** Forgets what has not happened. */
    @Override
    public synchronized void close() {
        closed = true;
        entries.clear();
        notifyAll();
    }
}
