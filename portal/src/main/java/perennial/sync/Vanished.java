package perennial.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.Lease;
import perennial.zoom.ZoomAccount;
import perennial.zoom.ZoomException;

/**
 * Recordings that Zoom does not list any more. Not being listed is no proof: each is asked for by its UUID, and only Zoom's
 * own word makes it gone (D6). When too many vanish at once, nobody is believed and a person is asked (D5).
 */
@Component
class Vanished {
    private static final Logger LOG = LoggerFactory.getLogger(Vanished.class);
    private static final int FEW = 5;
    private static final int PERCENT = 2;

    private final VanishedRows rows;
    private final ListedDays listedDays;
    private final RecordingRows recordings;
    private final RemoteRows remote;
    private final DeletionWork work;
    private final Events events;
    private final Runs runs;
    private final SyncRequests requests;
    private final TransactionTemplate transaction;

    Vanished(
            VanishedRows rows,
            ListedDays listedDays,
            RecordingRows recordings,
            RemoteRows remote,
            DeletionWork work,
            Events events,
            Runs runs,
            SyncRequests requests,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.listedDays = listedDays;
        this.recordings = recordings;
        this.remote = remote;
        this.work = work;
        this.events = events;
        this.runs = runs;
        this.requests = requests;
        this.transaction = transaction;
    }

    /**
     * A host's list, or the account's, was read from {@code first} to its end without interruption; {@code uuids} is all
     * that was on it.
     */
    void listed(Connection connection, RunId run, @Nullable String host, LocalDate first, Set<String> uuids) {
        if (work.readErrors(run) > 0) return;
        var all = connection.settings().choice().fetchFrom();
        // Nobody knows in whose time zone Zoom's days begin, so the first one is left out where the list begins in the
        // middle.
        var from = first.isAfter(all) ? first.plusDays(1) : all;
        var began = runs.open(connection.id()).map(Run::beganAt).orElse(Instant.EPOCH);
        var missing = rows.expected(connection.zoomAccount(), host, from, began).stream()
                .filter(known -> !uuids.contains(known.uuid()))
                .map(VanishedRows.Known::id)
                .toList();
        if (!missing.isEmpty()) rows.missing(run, missing);
    }

    /** These are on a list. What was thought to be gone is back, unless it was deleted while this list was read. */
    void seen(String zoomAccount, Run run, Collection<Sightings.Seen> page) {
        var uuids =
                page.stream().map(seen -> Sql.storable(seen.recording().uuid())).toList();
        for (var id : rows.unexpected(zoomAccount, uuids)) {
            var recording = recordings.lock(id).orElseThrow();
            switch (recording.state()) {
                case DELETED_AT_ZOOM, GONE_AT_ZOOM -> {
                    if (!remote.absentBefore(id, run.beganAt())) continue;
                    remote.back(id, "It was recovered at Zoom.");
                    events.add(id, "recovered", "Zoom lists it again. It is kept there until somebody says otherwise.");
                    if (recording.importedAt() == null) requests.importNow(id);
                }
                default -> remote.present(id);
            }
        }
    }

    /** Asks for each by its UUID. Tells why the sync has to stop, in a sentence; empty when all is settled. */
    String settle(Connection connection, ZoomAccount account, Run run, Lease lease) {
        var missing = rows.of(run.id());
        boolean accepted = rows.accepted(connection.id());
        int known = rows.known(connection.zoomAccount());
        if (missing.size() > FEW && missing.size() * 100L > (long) known * PERCENT && !accepted) {
            // The sync after the person's answer must compare all of it again.
            listedDays.forget(connection);
            LOG.warn("vanished at once connection={} missing={} known={}", connection.id(), missing.size(), known);
            return Reason.VANISHED.sentence(missing.size(), known);
        }
        for (var id : missing) look(id, account, run, lease);
        if (accepted) rows.answered(connection.id());
        return "";
    }

    private void look(RecordingId id, ZoomAccount account, Run run, Lease lease) {
        var recording = recordings.find(id).orElseThrow();
        try {
            account.recording(recording.uuid());
            // Zoom has it after all; its lists are behind.
        } catch (ZoomException.NotFound e) {
            if (e.saysNoRecording()) gone(recording, lease);
            else unknown(recording, e, run, lease);
        } catch (ZoomException.Wait | ZoomException.Refused e) {
            throw e;
        } catch (ZoomException e) {
            unknown(recording, e, run, lease);
        }
    }

    private void gone(LedgerRecording recording, Lease lease) {
        var reason = recording.importedAt() == null
                ? Reason.GONE_TOO_EARLY.sentence()
                : Reason.DELETED_BY_SOMEBODY.sentence();
        transaction.executeWithoutResult(status -> {
            lease.check();
            remote.gone(recording.id(), reason, null);
            events.add(recording.id(), "gone-at-zoom", reason, "Not listed, and absent by its UUID.");
        });
    }

    private void unknown(LedgerRecording recording, ZoomException e, Run run, Lease lease) {
        transaction.executeWithoutResult(status -> {
            lease.check();
            runs.readError(run.id());
            remote.unknown(recording.id());
        });
        LOG.info("remote unknown recording={} reason=\"{}\"", recording.id(), e.getMessage());
    }
}
