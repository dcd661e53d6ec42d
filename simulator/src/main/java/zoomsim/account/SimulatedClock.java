package zoomsim.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The machine's time plus an offset that only grows, so that a test can let an hour pass at once, with all that happens in it. */
public final class SimulatedClock extends Clock {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final Agenda agenda = new Agenda(this);

    /** What is going to happen. */
    public Agenda agenda() {
        return agenda;
    }

    /**
     * Lets that much time pass. What the agenda has for it happens in order, each at its moment, before this returns.
     *
     * @throws IllegalArgumentException when {@code by} is negative
     */
    public void advance(Duration by) {
        if (by.isNegative()) throw new IllegalArgumentException("time only goes forward, not " + by);
        var end = instant().plus(by);
        for (var next = agenda.next(end); next.isPresent(); next = agenda.next(end)) {
            goTo(next.get());
            agenda.catchUp();
        }
        goTo(end);
    }

    private void goTo(Instant moment) {
        ahead.updateAndGet(offset -> {
            var left = Duration.between(Instant.now().plus(offset), moment);
            return left.isNegative() ? offset : offset.plus(left);
        });
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
