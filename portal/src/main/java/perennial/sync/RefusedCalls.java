package perennial.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts refused webhooks. Anybody can send those, so a burst of them costs no more than one small write a second for a
 * connection; what was not written yet goes with the next one.
 */
@Component
class RefusedCalls {
    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);
    private static final int CONNECTIONS_KEPT = 1_000;

    private final WebhookRows rows;
    private final Clock clock;
    private final Map<ConnectionId, Count> counts = new LinkedHashMap<>();

    RefusedCalls(WebhookRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    void add(ConnectionId connection) {
        var now = clock.instant();
        long due = due(connection, now);
        if (due > 0) rows.refused(connection, due, now);
    }

    /** How many are to be written now. */
    private synchronized long due(ConnectionId connection, Instant now) {
        var count = counts.computeIfAbsent(connection, _ -> new Count());
        count.unwritten++;
        if (now.isBefore(count.writtenAt.plus(BETWEEN_WRITES))) return 0;
        long due = count.unwritten;
        count.unwritten = 0;
        count.writtenAt = now;
        // Made-up ids of connections must not pile up here.
        if (counts.size() > CONNECTIONS_KEPT)
            counts.remove(counts.keySet().iterator().next());
        return due;
    }

    private static final class Count {
        private Instant writtenAt = Instant.EPOCH;
        private long unwritten;
    }
}
