package perennial.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells how a connection is doing, whichever node does its work: everything is read from the ledger and the runs. */
@Service
public class Status {
    private final Connections connections;
    private final Runs runs;
    private final Holds holds;
    private final RecordingRows recordings;
    private final LedgerRows ledger;
    private final FileRows files;
    private final BudgetRows budgets;

    Status(
            Connections connections,
            Runs runs,
            Holds holds,
            RecordingRows recordings,
            LedgerRows ledger,
            FileRows files,
            BudgetRows budgets) {
        this.connections = connections;
        this.runs = runs;
        this.holds = holds;
        this.recordings = recordings;
        this.ledger = ledger;
        this.files = files;
        this.budgets = budgets;
    }

    /**
     * How it is at this moment.
     *
     * @throws perennial.web.PortalException 404
     */
    @Transactional(readOnly = true)
    public ConnectionStatus of(ConnectionId id) {
        var connection = connections.require(id);
        var run = runs.latest(id).orElse(null);
        var counts = ledger.counts(connection.zoomAccount(), LedgerFilter.ALL);
        var warnings = warnings(run, counts);
        var heldBy = holds.heldBy(id).orElse(null);
        boolean inFlight = counts.getOrDefault(RecordingState.IMPORTING, 0L) > 0;
        var process = heldBy == null || !connection.enabled()
                ? process(connection, run, counts, warnings)
                : inFlight ? SyncProcess.RUNNING : SyncProcess.PAUSED;
        return new ConnectionStatus(
                connection.enabled(),
                process,
                heldBy == null ? SyncMessage.of(process, connection, run, counts) : SyncMessage.held(process, heldBy),
                run == null ? null : run.beganAt(),
                recordings.latestImported(connection.zoomAccount()),
                completeTill(connection),
                connection.authorization(),
                counts,
                warnings,
                inFlight ? files.arriving(connection.zoomAccount()) : List.of(),
                run == null ? 0 : run.seen(),
                heldBy);
    }

    /** How much of today's budget of calls its Zoom account has used (S14). */
    public CallsToday callsToday(Connection connection) {
        return budgets.today(connection.zoomAccount());
    }

    private static SyncProcess process(
            Connection connection, @Nullable Run run, Map<RecordingState, Long> counts, List<String> warnings) {
        if (!connection.enabled()) return SyncProcess.OFF;
        if (run == null || (!run.open() && run.asked() < connection.wanted())) return SyncProcess.RUNNING;
        if (run.open()) return run.state() == RunState.PAUSED ? SyncProcess.PAUSED : SyncProcess.RUNNING;
        if (run.state() == RunState.ERROR) return SyncProcess.ERROR;
        // Retries after the sync's end are work like any other.
        if (working(counts) > 0) return SyncProcess.RUNNING;
        return warnings.isEmpty() ? SyncProcess.FINISHED : SyncProcess.FINISHED_WITH_WARNINGS;
    }

    static long working(Map<RecordingState, Long> counts) {
        return counts.getOrDefault(RecordingState.FOUND, 0L) + counts.getOrDefault(RecordingState.IMPORTING, 0L);
    }

    private static List<String> warnings(@Nullable Run run, Map<RecordingState, Long> counts) {
        var warnings = new ArrayList<String>(run == null ? List.of() : run.warnings());
        long failed = counts.getOrDefault(RecordingState.FAILED, 0L);
        if (failed > 0) {
            warnings.add(
                    failed == 1
                            ? "1 recording failed. The ledger says why, and when it is tried again."
                            : "%d recordings failed. The ledger says why, and when they are tried again."
                                    .formatted(failed));
        }
        return warnings;
    }

    /** The start of what is not in yet; when all is in, the moment of the last complete look at Zoom. */
    private @Nullable Instant completeTill(Connection connection) {
        var looked = runs.latestComplete(connection.id()).map(Run::beganAt).orElse(null);
        var open = recordings.earliestOpen(connection.zoomAccount());
        if (looked == null || open == null) return looked;
        return open.isBefore(looked) ? open : looked;
    }
}
