package perennial.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.web.PortalException;

/** Reads the ledger for pages and API: every recording ever seen at Zoom, with state, reason and evidence. */
@Service
@Transactional(readOnly = true)
public class Ledger {
    private final Connections connections;
    private final ConnectionRows connectionRows;
    private final RecordingRows recordings;
    private final LedgerRows rows;
    private final FileRows files;
    private final Events events;

    Ledger(
            Connections connections,
            ConnectionRows connectionRows,
            RecordingRows recordings,
            LedgerRows rows,
            FileRows files,
            Events events) {
        this.connections = connections;
        this.connectionRows = connectionRows;
        this.recordings = recordings;
        this.rows = rows;
        this.files = files;
        this.events = events;
    }

    /**
     * Newest meeting first.
     *
     * @param cursor {@link LedgerPage#next} of the page before; null or empty for the first
     * @throws PortalException 404 for an unknown connection, 400 for a cursor that is none
     */
    public LedgerPage page(ConnectionId id, LedgerFilter filter, @Nullable String cursor, int limit) {
        var account = connections.require(id).zoomAccount();
        var found = rows.page(account, filter, last(cursor), limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        var files = this.files.of(shown.stream().map(LedgerRecording::id).toList());
        var next = found.size() > limit
                ? new LedgerCursor(shown.getLast().start(), shown.getLast().id()).text()
                : null;
        return new LedgerPage(
                shown.stream()
                        .map(row -> new LedgerPage.Entry(row, files.getOrDefault(row.id(), List.of())))
                        .toList(),
                next);
    }

    /**
     * How many of what the filter takes, its state apart, are in each state.
     *
     * @throws PortalException 404
     */
    public Map<RecordingState, Long> counts(ConnectionId id, LedgerFilter filter) {
        return rows.counts(connections.require(id).zoomAccount(), filter);
    }

    /**
     * The one with this id.
     *
     * @throws PortalException 404
     */
    public LedgerPage.Entry recording(RecordingId id) {
        var recording = recordings.find(id).orElseThrow(PortalException::notFound);
        return new LedgerPage.Entry(recording, files.of(id));
    }

    /** The same, if it is in this connection's ledger. @throws PortalException 404 */
    public LedgerPage.Entry recordingOf(ConnectionId connection, RecordingId id) {
        var account = connections.require(connection).zoomAccount();
        var entry = recording(id);
        if (!entry.recording().zoomAccount().equals(account)) throw PortalException.notFound();
        return entry;
    }

    /** The connection whose account it is of; empty when that was deleted. */
    public Optional<Connection> connectionOf(LedgerRecording recording) {
        return connectionRows.ofAccount(recording.zoomAccount());
    }

    /**
     * Its timeline, oldest first.
     *
     * @throws PortalException 404
     */
    public List<RecordingEvent> events(RecordingId id) {
        return events.of(
                recordings.find(id).orElseThrow(PortalException::notFound).id());
    }

    private static @Nullable LedgerCursor last(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) return null;
        try {
            return LedgerCursor.parse(cursor);
        } catch (IllegalArgumentException e) {
            throw PortalException.badRequest(
                    "bad-cursor", "This list cannot be continued from there", "Begin again without a cursor.");
        }
    }
}
