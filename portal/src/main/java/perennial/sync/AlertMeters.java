package perennial.sync;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import perennial.storage.DiskSpace;

/**
 * The open alerts as metrics, the same from every node: {@code perennial.alerts} by kind, and {@code
 * perennial.storage.used.ratio}.
 */
@Component
class AlertMeters implements MeterBinder {
    /** The kinds of one scrape share a question. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final AlertRows rows;
    private final DiskSpace store;
    private final Clock clock;
    private Map<AlertKind, Integer> open = Map.of();
    private Instant readAt = Instant.EPOCH;

    AlertMeters(AlertRows rows, DiskSpace store, Clock clock) {
        this.rows = rows;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var kind : AlertKind.values()) {
            Gauge.builder("perennial.alerts", this, meters -> meters.open(kind))
                    .description("What Managers were told of and is not over")
                    .tag("kind", kind.word())
                    .register(registry);
        }
        Gauge.builder("perennial.storage.used.ratio", store, AlertMeters::used)
                .description("How full the disk of the recordings is, from 0 to 1")
                .register(registry);
    }

    private synchronized int open(AlertKind kind) {
        var now = clock.instant();
        if (Duration.between(readAt, now).abs().compareTo(FRESH) > 0) {
            open = rows.open();
            readAt = now;
        }
        return open.getOrDefault(kind, 0);
    }

    private static double used(DiskSpace store) {
        try {
            return store.usedShare();
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
