package perennial.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.Lease;
import perennial.zoom.Recording;
import perennial.zoom.ZoomAccount;
import perennial.zoom.ZoomException;

/**
 * Deletes one recording at Zoom: fresh look, certificate, intent, call. That it has happened is seen by {@link
 * TrashReadBack}. The gate and the lease are asked in the transaction of the certificate, and again just before the call.
 */
@Component
class Deleter {
    private static final Logger LOG = LoggerFactory.getLogger(Deleter.class);
    private static final int TRIES = 3;

    private final RecordingRows recordings;
    private final ConnectionRows connections;
    private final FileRows files;
    private final RemoteRows remote;
    private final Sightings sightings;
    private final DeletionGate gate;
    private final DeletionWork work;
    private final Certificates certificates;
    private final DeletionEnds ends;
    private final Consents consents;
    private final Events events;
    private final SyncRequests requests;
    private final ZoomAccounts accounts;
    private final SyncProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Deleter(
            RecordingRows recordings,
            ConnectionRows connections,
            FileRows files,
            RemoteRows remote,
            Sightings sightings,
            DeletionGate gate,
            DeletionWork work,
            Certificates certificates,
            DeletionEnds ends,
            Consents consents,
            Events events,
            SyncRequests requests,
            ZoomAccounts accounts,
            SyncProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.recordings = recordings;
        this.connections = connections;
        this.files = files;
        this.remote = remote;
        this.sightings = sightings;
        this.gate = gate;
        this.work = work;
        this.certificates = certificates;
        this.ends = ends;
        this.consents = consents;
        this.events = events;
        this.requests = requests;
        this.accounts = accounts;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param intent an earlier try's, whose call may have reached Zoom; null when there is none */
    private record Try(
            LedgerRecording recording,
            Connection connection,
            RunId run,
            @Nullable DeletionIntent intent,
            Lease lease) {}

    /** Makes one try. Tells when to come back, if it is not over. */
    Optional<Instant> run(RecordingId id, Lease lease) {
        var recording = recordings.find(id).orElse(null);
        var run = work.run(id).orElse(null);
        var connection = recording == null
                ? null
                : connections.ofAccount(recording.zoomAccount()).orElse(null);
        if (recording == null || run == null || connection == null) {
            ends.nobodyAsks(id, lease);
            return Optional.empty();
        }
        var one = new Try(recording, connection, run, certificates.open(id).orElse(null), lease);
        if (one.intent() != null && one.intent().state() == IntentState.CALLED) return ends.called(id, connection, run);
        try {
            return delete(one);
        } catch (ZoomException.Wait e) {
            return Optional.of(e.until());
        } catch (ZoomException.TryAgain e) {
            return again(one, e);
        } catch (ZoomException.AskPerson e) {
            return ends.nothingMore(id, connection, run, e.getMessage(), lease);
        } catch (ZoomException.GiveUp e) {
            return ends.blocked(id, connection, run, e.getMessage(), lease);
        }
    }

    private Optional<Instant> again(Try one, ZoomException.TryAgain e) {
        var id = one.recording().id();
        int failures = work.failed(id);
        if (failures >= TRIES) return ends.blocked(id, one.connection(), one.run(), e.getMessage(), one.lease());
        return Optional.of(clock.instant().plus(properties.pauseAfter(failures)));
    }

    private Optional<Instant> delete(Try one) {
        var id = one.recording().id();
        if (blockedNow(one)) return ends.blocked(id, one.connection(), one.run(), "", one.lease());
        var account = accounts.of(one.connection());
        var lookedAt = clock.instant();
        Recording fresh;
        try {
            fresh = account.recording(one.recording().uuid());
        } catch (ZoomException.NotFound e) {
            return notThere(one, e);
        }
        var look = FreshLook.of(
                fresh, one.recording(), files.of(id), one.connection().settings());
        if (look.late()) takeIn(one, fresh);
        if (!look.finding().isEmpty()) {
            return ends.blocked(id, one.connection(), one.run(), look.finding(), one.lease());
        }
        var intent = intend(one, lookedAt, fresh.files().size()).orElse(null);
        if (intent == null || blockedNow(one)) {
            return ends.blocked(id, one.connection(), one.run(), "", one.lease());
        }
        return call(one, intent, account);
    }

    /** Asked in a transaction of its own: settings, switch, item or grace may be others than a moment ago. */
    private boolean blockedNow(Try one) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            one.lease().check();
            var id = one.recording().id();
            if (!work.run(id).filter(one.run()::equals).isPresent()) return true;
            return gate.of(id).filter(standing -> standing.blocks().isEmpty()).isEmpty();
        }));
    }

    /**
     * After an earlier call that may have reached Zoom, "not found" is what its success looks like; the trash will tell.
     * Without one it says nothing (D6).
     */
    private Optional<Instant> notThere(Try one, ZoomException.NotFound e) {
        var id = one.recording().id();
        var earlier = one.intent();
        if (earlier != null) {
            transaction.executeWithoutResult(status -> {
                one.lease().check();
                certificates.called(earlier.id(), "Not found: " + e.getMessage());
            });
            return ends.called(id, one.connection(), one.run());
        }
        transaction.executeWithoutResult(status -> {
            one.lease().check();
            remote.unknown(id);
        });
        return ends.blocked(id, one.connection(), one.run(), e.getMessage(), one.lease());
    }

    private void takeIn(Try one, Recording fresh) {
        transaction.executeWithoutResult(status -> {
            one.lease().check();
            var id = one.recording().id();
            sightings.refresh(one.recording(), fresh);
            recordings.state(id, RecordingState.FOUND, "", null);
            events.add(id, "found", "Zoom has a new file for it, seen just before it would have been deleted there.");
            requests.importNow(id);
        });
    }

    private Optional<DeletionIntent> intend(Try one, Instant lookedAt, int atZoom) {
        if (one.intent() != null) return Optional.of(one.intent());
        return transaction.execute(status -> {
            one.lease().check();
            var id = one.recording().id();
            recordings.lock(id);
            var certificate = certificates.issue(id, lookedAt, atZoom).orElse(null);
            var consent = consents.latest(one.connection().id()).orElse(null);
            if (certificate == null || consent == null) return Optional.<DeletionIntent>empty();
            work.looked(id, "");
            boolean permanently = one.connection().settings().deletion().permanently();
            certificates.intend(id, certificate, permanently, consent.text());
            events.add(
                    id,
                    "deletion-intended",
                    permanently
                            ? "Certified, and to be deleted at Zoom for good."
                            : "Certified, and to be moved to Zoom's trash.",
                    "certificate %s, %d files at Zoom, none that is not here".formatted(certificate, atZoom));
            return certificates.open(id);
        });
    }

    private Optional<Instant> call(Try one, DeletionIntent intent, ZoomAccount account) {
        var uuid = one.recording().uuid();
        transaction.executeWithoutResult(status -> {
            one.lease().check();
            certificates.calling(intent.id());
        });
        String answer;
        try {
            if (intent.permanently()) account.deletePermanently(uuid);
            else account.trash(uuid);
            answer = "Accepted";
        } catch (ZoomException.NotFound e) {
            answer = "Not found: " + e.getMessage();
        }
        var said = answer;
        transaction.executeWithoutResult(status -> {
            one.lease().check();
            certificates.called(intent.id(), said);
        });
        LOG.info("deletion called recording={} permanently={}", one.recording().id(), intent.permanently());
        return ends.called(one.recording().id(), one.connection(), one.run());
    }
}
