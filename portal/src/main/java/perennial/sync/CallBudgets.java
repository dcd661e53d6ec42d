package perennial.sync;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import perennial.zoom.CallBudget;
import perennial.zoom.CallKind;
import perennial.zoom.ZoomException;

/**
 * The budgets of calls, one a Zoom account, shared by all nodes (S14): each call takes its turn in a row of the database,
 * and what Zoom tells one node about its limits holds for all.
 */
@Component
class CallBudgets {
    /** A longer wait is given back to the queue, so that no thread is held by it. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final BudgetRows rows;
    private final MeterRegistry meters;
    private final Map<String, CallBudget> budgets = new ConcurrentHashMap<>();

    CallBudgets(BudgetRows rows, MeterRegistry meters) {
        this.rows = rows;
        this.meters = meters;
    }

    CallBudget of(String zoomAccount) {
        return budgets.computeIfAbsent(zoomAccount, Shared::new);
    }

    private final class Shared implements CallBudget {
        private final String zoomAccount;
        private final Map<CallKind, Integer> known = new EnumMap<>(CallKind.class);

        Shared(String zoomAccount) {
            this.zoomAccount = zoomAccount;
        }

        @Override
        public void await(CallKind kind) {
            var turn = rows.take(zoomAccount, kind);
            if (turn.pause().compareTo(LONGEST_WAIT) > 0) {
                rows.giveBack(zoomAccount, kind);
                throw new ZoomException.Throttled("waiting for our turn", turn.at());
            }
            sleep(turn.pause());
            meters.counter("perennial.zoom.calls", "kind", Word.of(kind)).increment();
        }

        @Override
        public void told(CallKind kind, Limit limit) {
            switch (limit) {
                case Limit.PerSecond(int calls) -> {
                    if (isNew(kind, calls)) rows.perSecond(zoomAccount, kind, calls);
                }
                case Limit.Until(Instant moment, int perDay) -> {
                    rows.blocked(zoomAccount, kind, moment, perDay);
                    meters.counter("perennial.zoom.throttled", "kind", Word.of(kind))
                            .increment();
                }
            }
        }

        private boolean isNew(CallKind kind, int calls) {
            synchronized (known) {
                var before = known.put(kind, calls);
                return before == null || before != calls;
            }
        }

        private static void sleep(Duration time) {
            if (time.isZero()) return;
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while waiting for a call's turn");
            }
        }
    }
}
