package perennial.sync;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Picks at a sync's end what the gate lets through. It is asked about candidates only, page by page, about no more than a sync
 * should wait for; the next sync goes on behind them, and in the end comes round to each.
 */
@Component
class DeletionPick {
    private static final int PAGE = 200;

    /** Asked about in one sync. */
    private static final int MOST = 10_000;

    private final DeletionCandidates candidates;
    private final DeletionGate gate;

    DeletionPick(DeletionCandidates candidates, DeletionGate gate) {
        this.candidates = candidates;
        this.gate = gate;
    }

    /** At most {@code cap}. Joins the caller's transaction, in which it notes how far it has come. */
    List<RecordingId> of(Connection connection, int cap) {
        var begin = candidates.place(connection.id()).orElse(null);
        var walk = new Walk(connection, cap);
        walk.go(begin, null);
        if (begin != null) walk.go(null, begin);
        if (walk.last != null) candidates.place(connection.id(), walk.last);
        return walk.picked;
    }

    private final class Walk {
        private final Connection connection;
        private final int cap;
        private final List<RecordingId> picked = new ArrayList<>();
        private int asked;
        private @Nullable LedgerCursor last;

        Walk(Connection connection, int cap) {
            this.connection = connection;
            this.cap = cap;
        }

        /** From behind {@code from} to {@code to}; null is the beginning, and the end. */
        void go(@Nullable LedgerCursor from, @Nullable LedgerCursor to) {
            var behind = from;
            while (picked.size() < cap && asked < MOST) {
                var page = candidates.page(connection, behind, to, PAGE);
                take(page);
                if (page.size() < PAGE) return;
                behind = page.getLast();
            }
        }

        private void take(List<LedgerCursor> page) {
            var standings = gate.of(page.stream().map(LedgerCursor::id).toList());
            for (var place : page) {
                if (picked.size() == cap) return;
                asked++;
                last = place;
                var standing = standings.get(place.id());
                if (standing != null && standing.blocks().isEmpty()) picked.add(place.id());
            }
        }
    }
}
