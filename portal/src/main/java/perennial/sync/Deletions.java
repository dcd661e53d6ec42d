package perennial.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.web.PortalException;

/** Tells for pages and API how deleting at Zoom stands, and why what stays there stays. */
@Service
@Transactional(readOnly = true)
public class Deletions {
    private final DeletionGate gate;
    private final Certificates certificates;
    private final RecordingRows recordings;
    private final ConnectionRows connections;
    private final RemoteRows remote;
    private final VanishedRows vanished;
    private final Clock clock;

    Deletions(
            DeletionGate gate,
            Certificates certificates,
            RecordingRows recordings,
            ConnectionRows connections,
            RemoteRows remote,
            VanishedRows vanished,
            Clock clock) {
        this.gate = gate;
        this.certificates = certificates;
        this.recordings = recordings;
        this.connections = connections;
        this.remote = remote;
        this.vanished = vanished;
        this.clock = clock;
    }

    /**
     * Why imported recordings stay at Zoom, for those whose connection is on and deletes.
     *
     * @param time prints a moment
     */
    public Map<RecordingId, String> reasons(List<LedgerPage.Entry> entries, Function<Instant, String> time) {
        var imported = entries.stream()
                .map(LedgerPage.Entry::recording)
                .filter(recording -> recording.state() == RecordingState.IMPORTED)
                .map(LedgerRecording::id)
                .toList();
        var reasons = new HashMap<RecordingId, String>();
        if (imported.isEmpty()) return reasons;
        gate.of(imported).forEach((id, standing) -> {
            boolean off =
                    standing.blockedBy(DeletionBlock.CONNECTION_OFF) || standing.blockedBy(DeletionBlock.DELETION_OFF);
            if (!off) reasons.put(id, DeletionReasons.of(standing, time));
        });
        return reasons;
    }

    /**
     * Everything about one recording, times as ISO.
     *
     * @throws PortalException 404
     */
    public DeletionReport report(RecordingId id) {
        return report(id, Instant::toString);
    }

    /**
     * Everything about one recording.
     *
     * @param time prints a moment
     * @throws PortalException 404
     */
    public DeletionReport report(RecordingId id, Function<Instant, String> time) {
        var recording = recordings.find(id).orElseThrow(PortalException::notFound);
        var standing = gate.of(id).orElse(null);
        var known = remote.of(id);
        var intent = certificates.latest(id).orElse(null);
        return new DeletionReport(
                connections
                        .ofAccount(recording.zoomAccount())
                        .filter(each -> each.settings().deletion().deleteFromZoom())
                        .isPresent(),
                standing,
                sentences(standing, time),
                certificates.latestCertificate(id).orElse(null),
                intent,
                known.atZoom(),
                known.since(),
                known.trashUntil(),
                known.kept(),
                recoverable(recording, intent, known));
    }

    private static List<String> sentences(@Nullable DeletionStanding standing, Function<Instant, String> time) {
        if (standing == null) return List.of();
        if (standing.blocks().isEmpty()) return standing.finding().isEmpty() ? List.of() : List.of(standing.finding());
        return standing.blocks().stream()
                .map(block -> DeletionReasons.of(block, standing, time))
                .toList();
    }

    private boolean recoverable(LedgerRecording recording, @Nullable DeletionIntent intent, RemoteRows.Remote known) {
        if (recording.state() != RecordingState.DELETED_AT_ZOOM)
            return recording.state() == RecordingState.GONE_AT_ZOOM;
        if (intent != null && intent.permanently()) return false;
        return known.trashUntil() == null || clock.instant().isBefore(known.trashUntil());
    }

    /** How many recordings the latest sync asks a person about, because they seem to have vanished at once (D5). */
    public int vanished(ConnectionId connection) {
        return vanished.asked(connection);
    }
}
