package perennial.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.Lease;
import perennial.zoom.RecordingFile;
import perennial.zoom.ZoomAccount;
import perennial.zoom.ZoomException;

/**
 * Looks whether what was deleted is deleted: reads the trash of each host page by page, for all deletions of a sync at
 * once. Only what is not in there is asked for one by one. Nothing counts as deleted before (D4).
 */
@Component
class TrashReadBack {
    private static final Logger LOG = LoggerFactory.getLogger(TrashReadBack.class);
    private static final Duration TRASH_KEPT = Duration.ofDays(30);
    private static final int TRIES = 4;

    private final ConnectionRows connections;
    private final RecordingRows recordings;
    private final RemoteRows remote;
    private final DeletionWork work;
    private final Certificates certificates;
    private final Events events;
    private final Runs runs;
    private final RunEnd runEnd;
    private final ZoomAccounts accounts;
    private final SyncProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TrashReadBack(
            ConnectionRows connections,
            RecordingRows recordings,
            RemoteRows remote,
            DeletionWork work,
            Certificates certificates,
            Events events,
            Runs runs,
            RunEnd runEnd,
            ZoomAccounts accounts,
            SyncProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.connections = connections;
        this.recordings = recordings;
        this.remote = remote;
        this.work = work;
        this.certificates = certificates;
        this.events = events;
        this.runs = runs;
        this.runEnd = runEnd;
        this.accounts = accounts;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One reading. Tells when to come back, if Zoom could not be asked. */
    Optional<Instant> run(ConnectionId id, Lease lease) {
        var connection = connections.find(id).orElse(null);
        if (connection == null) return Optional.empty();
        try {
            read(connection, lease);
        } catch (ZoomException.Wait e) {
            return Optional.of(e.until());
        } catch (ZoomException.TryAgain e) {
            int failures = work.readBackFailed(id);
            if (failures < TRIES) return Optional.of(clock.instant().plus(properties.pauseAfter(failures)));
            giveUp(connection, e, lease);
        } catch (ZoomException e) {
            giveUp(connection, e, lease);
        }
        return Optional.empty();
    }

    private void read(Connection connection, Lease lease) {
        var account = accounts.of(connection);
        var byHost = new LinkedHashMap<String, List<LedgerRecording>>();
        for (var id : work.open(connection.zoomAccount(), IntentState.CALLED)) {
            recordings
                    .find(id)
                    .ifPresent(recording -> byHost.computeIfAbsent(host(recording), host -> new ArrayList<>())
                            .add(recording));
        }
        byHost.forEach((host, deleted) -> {
            var trash = trash(account, host, deleted);
            for (var recording : deleted) settle(connection, account, recording, trash, lease);
        });
        end(connection, lease);
    }

    private static String host(LedgerRecording recording) {
        return Objects.requireNonNullElse(recording.hostId(), Objects.requireNonNullElse(recording.hostEmail(), ""));
    }

    /** UUID to when it went there, as far as pages have to be read for those that are looked for. */
    private static Map<String, Instant> trash(ZoomAccount account, String host, List<LedgerRecording> wanted) {
        var trash = new HashMap<String, Instant>();
        if (host.isEmpty()) return trash;
        try {
            String token = null;
            do {
                var page = account.trashed(host, token);
                for (var recording : page.meetings()) {
                    recording.files().stream()
                            .map(RecordingFile::deletedAt)
                            .filter(Objects::nonNull)
                            .max(Instant::compareTo)
                            .ifPresentOrElse(
                                    at -> trash.put(Sql.storable(recording.uuid()), at),
                                    () -> trash.put(Sql.storable(recording.uuid()), Instant.EPOCH));
                }
                token = Objects.equals(page.next(), token) ? null : page.next();
            } while (token != null && !wanted.stream().allMatch(recording -> trash.containsKey(recording.uuid())));
        } catch (ZoomException.NotFound e) {
            LOG.info("no trash to read host={} reason=\"{}\"", host, e.getMessage());
        }
        return trash;
    }

    private void settle(
            Connection connection,
            ZoomAccount account,
            LedgerRecording recording,
            Map<String, Instant> trash,
            Lease lease) {
        var intent = certificates.open(recording.id()).orElse(null);
        if (intent == null || intent.state() != IntentState.CALLED) return;
        var trashed = trash.get(recording.uuid());
        boolean accepted = intent.answer().equals("Accepted");
        if (trashed != null && !intent.permanently()) {
            done(recording, intent, "In Zoom's trash.", trashed, lease);
        } else if (trashed == null && intent.permanently() && accepted) {
            done(recording, intent, "Deleted for good; it is not in the trash.", null, lease);
        } else if (there(account, recording) || trashed != null) {
            failed(connection, recording, intent, lease);
        } else {
            done(recording, intent, "Absent by its UUID, and not in the trash.", null, lease);
        }
    }

    /** @throws ZoomException.NotFound if something says so that is not Zoom: that is no answer (D6) */
    private static boolean there(ZoomAccount account, LedgerRecording recording) {
        try {
            account.recording(recording.uuid());
            return true;
        } catch (ZoomException.NotFound e) {
            if (e.saysNoRecording()) return false;
            throw e;
        }
    }

    private void done(
            LedgerRecording recording, DeletionIntent intent, String seen, @Nullable Instant trashedAt, Lease lease) {
        // An entry without a time is in the trash all the same.
        var until = trashedAt == null || trashedAt.equals(Instant.EPOCH) ? null : trashedAt.plus(TRASH_KEPT);
        transaction.executeWithoutResult(status -> {
            lease.check();
            var id = recording.id();
            if (recordings.lock(id).isEmpty()) return;
            certificates.done(intent.id(), seen);
            remote.deleted(id, intent.id(), until);
            work.release(id);
            events.add(
                    id,
                    "deleted-at-zoom",
                    intent.permanently() ? "Deleted at Zoom for good." : "Moved to Zoom's trash.",
                    "Read back: %s Certificate %s.".formatted(seen, intent.certificate()));
        });
        LOG.info("deletion done recording={} seen=\"{}\"", recording.id(), seen);
    }

    private void failed(Connection connection, LedgerRecording recording, DeletionIntent intent, Lease lease) {
        var sentence = intent.answer().equals(DeletionIntent.NO_ANSWER)
                ? Reason.CALL_DID_NOTHING.sentence()
                : Reason.STILL_THERE.sentence();
        transaction.executeWithoutResult(status -> {
            lease.check();
            var id = recording.id();
            certificates.stop(intent.id(), sentence);
            remote.present(id);
            work.looked(id, sentence + " The next sync tries again.");
            work.release(id);
            events.add(id, "deletion-failed", sentence);
            runs.open(connection.id())
                    .ifPresent(run -> runs.warn(run.id(), "%s: %s".formatted(recording.topic(), sentence)));
        });
    }

    /** What is not known stays "called", and the next sync's read-back looks again. */
    private void giveUp(Connection connection, ZoomException e, Lease lease) {
        transaction.executeWithoutResult(status -> {
            lease.check();
            var run = runs.lockOpen(connection.id()).orElse(null);
            if (run == null) return;
            runs.warn(run.id(), "What was deleted could not be read back: " + e.getMessage());
            for (var id : work.open(connection.zoomAccount(), IntentState.CALLED)) work.release(id);
            runEnd.endIfDone(connection);
        });
    }

    private void end(Connection connection, Lease lease) {
        transaction.executeWithoutResult(status -> {
            lease.check();
            runs.lockOpen(connection.id()).ifPresent(run -> work.releaseUncalled(run.id()));
            runEnd.endIfDone(connection);
        });
    }
}
