package zoomsim.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The machine's time plus an offset that only grows, so that a test can let an hour pass at once. */
public final class SimulatedClock extends Clock {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /**
     * Lets that much time pass.
     *
     * @throws IllegalArgumentException when {@code by} is negative
     */
    public void advance(Duration by) {
        if (by.isNegative()) throw new IllegalArgumentException("time only goes forward, not " + by);
        ahead.updateAndGet(offset -> offset.plus(by));
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Zoom counts in UTC, whatever zone is asked for. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
