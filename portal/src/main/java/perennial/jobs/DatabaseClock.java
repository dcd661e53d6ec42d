package perennial.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This machine's clock, corrected by the database's, so that all nodes agree who is dead and what is due whatever their
 * own clocks say. Good to half a round trip.
 *
 * <p>Ticks on its own between corrections; a database that does not answer leaves the last correction in force.
 */
final class DatabaseClock extends Clock {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
    private static final Duration WORTH_SAYING = Duration.ofSeconds(5);

    private final Clock local;
    private final DatabaseTime database;
    private final AtomicReference<Duration> offset;

    DatabaseClock(Clock local, DatabaseTime database) {
        this(local, database, new AtomicReference<>(Duration.ZERO));
    }

    private DatabaseClock(Clock local, DatabaseTime database, AtomicReference<Duration> offset) {
        this.local = local;
        this.database = database;
        this.offset = offset;
    }

    /** Measures the difference once and goes by it from then on. */
    void correct() {
        var before = local.instant();
        var theirs = database.now();
        var halfWay = before.plus(Duration.between(before, local.instant()).dividedBy(2));
        var measured = Duration.between(halfWay, theirs);
        var change = measured.minus(offset.getAndSet(measured));
        if (change.abs().compareTo(WORTH_SAYING) > 0) {
            LOG.warn("clock corrected by_ms={}: this machine's clock and the database's differ", change.toMillis());
        }
    }

    @Override
    public Instant instant() {
        return local.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return local.getZone();
    }

    /** Shares the correction. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new DatabaseClock(local.withZone(zone), database, offset);
    }
}
