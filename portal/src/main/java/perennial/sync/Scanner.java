package perennial.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.Lease;
import perennial.zoom.ZoomException;

/**
 * One scan: is the connection good, whose recordings, what is there. Each failure of Zoom ends it in one of three ways: it
 * goes on at a later moment from where it was, it begins that moment again, or the run ends in Error with the reason.
 */
@Component
class Scanner {
    private static final Logger LOG = LoggerFactory.getLogger(Scanner.class);
    private static final Duration UNTIL_FILES_ARE_IN = Duration.ofSeconds(1);

    private final ConnectionRows connections;
    private final RecordingRows recordings;
    private final Runs runs;
    private final Holds holds;
    private final RunEnd runEnd;
    private final Authorizations authorizations;
    private final ZoomAccounts accounts;
    private final WhoseRecordings whose;
    private final Listing listing;
    private final Vanished vanished;
    private final Schedule schedule;
    private final SyncProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Scanner(
            ConnectionRows connections,
            RecordingRows recordings,
            Runs runs,
            Holds holds,
            RunEnd runEnd,
            Authorizations authorizations,
            ZoomAccounts accounts,
            WhoseRecordings whose,
            Listing listing,
            Vanished vanished,
            Schedule schedule,
            SyncProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.connections = connections;
        this.recordings = recordings;
        this.runs = runs;
        this.holds = holds;
        this.runEnd = runEnd;
        this.authorizations = authorizations;
        this.accounts = accounts;
        this.whose = whose;
        this.listing = listing;
        this.vanished = vanished;
        this.schedule = schedule;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Goes on where the connection's scan is. Tells when to come back, if it is not through then. */
    Optional<Instant> scan(ConnectionId id, Lease lease) {
        var connection = connections.find(id).orElse(null);
        if (connection == null || !connection.enabled() || holds.held(id)) return Optional.empty();
        var run = take(connection, lease).orElse(null);
        if (run == null) return Optional.of(clock.instant().plus(UNTIL_FILES_ARE_IN));
        try {
            scan(connection, run, lease);
            return Optional.empty();
        } catch (Listing.RunEnded e) {
            return Optional.empty();
        } catch (ZoomException.Wait e) {
            runs.say(run.id(), e.getMessage());
            return Optional.of(e.until());
        } catch (ZoomException.TryAgain e) {
            return tryAgain(run, e);
        } catch (ZoomException.AskPerson e) {
            authorizations.lost(id, e);
            fail(run, e.getMessage());
            return Optional.empty();
        } catch (ZoomException.GiveUp e) {
            fail(run, e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * The run to work for: the one that a pause or a kill interrupted, or a new one. A newer request replaces the open
     * run, but only once that run's current files are in.
     */
    private Optional<Run> take(Connection connection, Lease lease) {
        return transaction.execute(status -> {
            lease.check();
            var open = runs.lockOpen(connection.id()).orElse(null);
            if (open != null && open.scannedAt() == null && open.asked() == connection.wanted())
                return Optional.of(open);
            if (open != null) {
                if (recordings.any(connection.zoomAccount(), RecordingState.IMPORTING)) return Optional.empty();
                runs.end(open.id(), RunState.STOPPED, "A newer sync took over.");
            }
            runs.begin(connection.id(), connection.wanted());
            return runs.open(connection.id());
        });
    }

    private void scan(Connection connection, Run run, Lease lease) {
        if (run.atHost() == null) {
            var found = authorizations.check(connection);
            if (found.status() == Authorization.Status.REFUSED) {
                fail(run, found.reason());
                return;
            }
            if (found.status() == Authorization.Status.MISSING_SCOPES) runs.warn(run.id(), found.reason());
        }
        var account = accounts.of(connection);
        var answer = whose.ask(connection, account);
        for (var email : answer.unknown()) runs.warn(run.id(), WhoseRecordings.Answer.unknownSentence(email));
        if (refused(connection, run, answer)) return;
        schedule.queueUnfinished(connection);
        listing.read(connection, account, run, answer.hosts(), lease);
        var stop = vanished.settle(connection, account, run, lease);
        if (!stop.isEmpty()) {
            fail(run, stop);
            return;
        }
        finish(connection, run, lease);
    }

    /** U4: nobody known, or strict and somebody unknown. */
    private boolean refused(Connection connection, Run run, WhoseRecordings.Answer answer) {
        var users = connection.settings().whose().users();
        if (answer.unknown().isEmpty()) return false;
        boolean nobody = answer.unknown().size() == users.size();
        if (!nobody && !connection.settings().whose().stopOnUnknownUser()) return false;
        var who = String.join(", ", answer.unknown().stream().limit(10).toList());
        fail(run, nobody ? Reason.NOBODY_KNOWN.sentence(who) : Reason.SOMEBODY_UNKNOWN.sentence(who));
        return true;
    }

    private void finish(Connection connection, Run run, Lease lease) {
        transaction.executeWithoutResult(status -> {
            lease.check();
            runs.scanned(run.id());
            runEnd.endIfDone(connection);
        });
        LOG.info("scan done connection={} run={}", connection.id(), run.id());
    }

    private Optional<Instant> tryAgain(Run run, ZoomException.TryAgain e) {
        int failures = runs.failed(run.id());
        runs.readError(run.id());
        if (failures >= properties.scanAttempts()) {
            fail(run, e.getMessage());
            return Optional.empty();
        }
        runs.say(run.id(), e.getMessage());
        LOG.info("scan interrupted run={} failures={} reason=\"{}\"", run.id(), failures, e.getMessage());
        return Optional.of(clock.instant().plus(properties.pauseAfter(failures)));
    }

    private void fail(Run run, String reason) {
        runs.end(run.id(), RunState.ERROR, reason);
        LOG.warn("scan failed run={} reason=\"{}\"", run.id(), reason);
    }
}
