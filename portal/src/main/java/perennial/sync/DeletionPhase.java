package perennial.sync;

import java.util.LinkedHashSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import perennial.jobs.WantedJobs;

/**
 * The end of each sync: picks what the gate lets through, up to the cap, and nothing at all after errors reading Zoom (D5).
 * Works in the caller's transaction, which holds the run.
 */
@Component
class DeletionPhase {
    private static final Logger LOG = LoggerFactory.getLogger(DeletionPhase.class);

    private final ConnectionRows connections;
    private final DeletionPick pick;
    private final DeletionWork work;
    private final Consents consents;
    private final Runs runs;
    private final WantedJobs jobs;

    DeletionPhase(
            ConnectionRows connections,
            DeletionPick pick,
            DeletionWork work,
            Consents consents,
            Runs runs,
            WantedJobs jobs) {
        this.connections = connections;
        this.pick = pick;
        this.work = work;
        this.consents = consents;
        this.runs = runs;
        this.jobs = jobs;
    }

    /** Whether nothing is left to delete or to read back for this run; begins with it where that is due. */
    boolean over(Connection known, Run run) {
        if (!work.began(run.id())) connections.find(known.id()).ifPresent(connection -> begin(connection, run));
        return !work.any(run.id());
    }

    private void begin(Connection connection, Run run) {
        var account = connection.zoomAccount();
        var picked = new LinkedHashSet<>(work.open(account, IntentState.CALLED));
        int called = picked.size();
        if (connection.enabled() && mayDelete(connection, run)) {
            picked.addAll(work.open(account, IntentState.INTENDED));
            picked.addAll(pick.of(connection, connection.settings().deletion().cap()));
        }
        int deletions = picked.size() - called;
        work.begin(run.id(), deletions);
        if (picked.isEmpty()) return;
        work.pick(run.id(), picked);
        if (deletions == 0) {
            readBack(connection.id());
            return;
        }
        for (var recording : picked) jobs.ask(DeletionJobs.DELETE, DeletionWork.TABLE, recording.value());
        say(run.id(), deletions);
        LOG.info("deletion phase connection={} run={} deletions={}", connection.id(), run.id(), deletions);
    }

    private boolean mayDelete(Connection connection, Run run) {
        if (!connection.settings().deletion().deleteFromZoom()) return false;
        if (consents.latest(connection.id()).isEmpty()) return false;
        int errors = work.readErrors(run.id());
        if (errors == 0) return true;
        runs.warn(
                run.id(),
                "Nothing is deleted at Zoom in this sync, because Zoom could not be read without errors (%d). The next sync without any goes on."
                        .formatted(errors));
        return false;
    }

    private void say(RunId run, int left) {
        runs.say(run, "Deleting at Zoom: %d %s to go.".formatted(left, left == 1 ? "recording" : "recordings"));
    }

    /**
     * One recording is through, one way or another: the last one asks for the read-back.
     *
     * @return whether the sync may be over
     */
    boolean step(Connection connection, RunId run) {
        int left = work.uncalled(run);
        if (left > 0) {
            say(run, left);
            return false;
        }
        if (!work.any(run)) return true;
        runs.say(run, "Reading Zoom's trash, to see that what was deleted is there.");
        readBack(connection.id());
        return false;
    }

    private void readBack(ConnectionId connection) {
        work.needsReadBack(connection);
        jobs.ask(DeletionJobs.READ_BACK, DeletionWork.READ_BACK, connection.value());
    }
}
