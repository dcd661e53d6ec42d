package perennial.sync;

import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.Lease;

/** How a try to delete one recording ends. Each end is one transaction, and the last one of a sync may end it. */
@Component
class DeletionEnds {
    private static final Logger LOG = LoggerFactory.getLogger(DeletionEnds.class);

    private final DeletionWork work;
    private final DeletionPhase phase;
    private final Certificates certificates;
    private final RemoteRows remote;
    private final Events events;
    private final Runs runs;
    private final RunEnd runEnd;
    private final TransactionTemplate transaction;

    DeletionEnds(
            DeletionWork work,
            DeletionPhase phase,
            Certificates certificates,
            RemoteRows remote,
            Events events,
            Runs runs,
            RunEnd runEnd,
            TransactionTemplate transaction) {
        this.work = work;
        this.phase = phase;
        this.certificates = certificates;
        this.remote = remote;
        this.events = events;
        this.runs = runs;
        this.runEnd = runEnd;
        this.transaction = transaction;
    }

    /** The sync that wanted it has ended, or its connection is off or gone (D7). */
    void nobodyAsks(RecordingId id, Lease lease) {
        transaction.executeWithoutResult(status -> {
            lease.check();
            work.release(id);
            if (!toBeReadBack(id)) stopIntended(id, "Stopped before the call.");
        });
    }

    /** Zoom was called, or may have been; the read-back of this sync tells. */
    Optional<Instant> called(RecordingId id, Connection connection, RunId run) {
        transaction.executeWithoutResult(status -> step(connection, run));
        return Optional.empty();
    }

    /**
     * Something forbids it.
     *
     * @param finding of the look at Zoom; empty when the gate itself says why
     */
    Optional<Instant> blocked(RecordingId id, Connection connection, RunId run, String finding, Lease lease) {
        transaction.executeWithoutResult(status -> {
            lease.check();
            runs.lockOpen(connection.id());
            work.looked(id, finding);
            if (!toBeReadBack(id)) {
                work.release(id);
                if (finding.isEmpty()) stopIntended(id, "Stopped before the call.");
                else events.add(id, "deletion-held-back", "Kept at Zoom for now. " + finding);
            }
            step(connection, run);
        });
        LOG.info("deletion held back recording={} reason=\"{}\"", id, finding);
        return Optional.empty();
    }

    /** Zoom does not let this app delete at all. */
    Optional<Instant> nothingMore(RecordingId id, Connection connection, RunId run, String reason, Lease lease) {
        transaction.executeWithoutResult(status -> {
            lease.check();
            runs.lockOpen(connection.id());
            work.looked(id, reason);
            work.releaseUncalled(run);
            runs.warn(run, "Nothing can be deleted at Zoom: " + reason);
            step(connection, run);
        });
        LOG.warn("deletion refused connection={} reason=\"{}\"", connection.id(), reason);
        return Optional.empty();
    }

    /** A call without an answer is neither stopped nor done: what became of it, Zoom's trash tells (D6). */
    private boolean toBeReadBack(RecordingId id) {
        var intent = certificates.open(id).filter(DeletionIntent::unanswered).orElse(null);
        if (intent == null) return false;
        certificates.called(intent.id(), DeletionIntent.NO_ANSWER);
        remote.unknown(id);
        events.add(
                id,
                "deletion-unknown",
                "Zoom was asked to delete it, and no answer came. Whether it is still there, the next reading of Zoom's trash tells.");
        return true;
    }

    private void stopIntended(RecordingId id, String why) {
        certificates
                .open(id)
                .filter(intent -> intent.state() == IntentState.INTENDED)
                .ifPresent(intent -> {
                    certificates.stop(intent.id(), why);
                    events.add(id, "deletion-stopped", why + " It stays at Zoom.");
                });
    }

    private void step(Connection connection, RunId run) {
        runs.lockOpen(connection.id());
        if (phase.step(connection, run)) runEnd.endIfDone(connection);
    }
}
