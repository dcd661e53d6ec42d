package zoomsim.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The mishaps that wait for their events. Safe for use by several threads. */
public final class Mishaps {
    private final List<Waiting> waiting = new ArrayList<>();

    /**
     * Lets it happen to the next {@code times} events.
     *
     * @param event a regular expression over the whole name, such as {@code recording\..*}
     */
    public synchronized void next(int times, String event, Mishap mishap) {
        if (times < 1) throw new IllegalArgumentException("a mishap happens at least once, not " + times);
        waiting.add(new Waiting(Pattern.compile(event), mishap, times));
    }

    public synchronized void clear() {
        waiting.clear();
    }

    /** What meets an event of that name; used up by one. */
    synchronized Optional<Mishap> take(String event) {
        for (int i = 0; i < waiting.size(); i++) {
            var each = waiting.get(i);
            if (!each.event.matcher(event).matches()) continue;
            waiting.remove(i);
            if (each.times > 1) waiting.add(i, new Waiting(each.event, each.mishap, each.times - 1));
            return Optional.of(each.mishap);
        }
        return Optional.empty();
    }

    private record Waiting(Pattern event, Mishap mishap, int times) {}
}
