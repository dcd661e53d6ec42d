package perennial.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.LostLease;
import perennial.sync.Importer.Attempt;
import perennial.video.MediaException;
import perennial.zoom.Recording;
import perennial.zoom.RecordingFile;
import perennial.zoom.ZoomException;

/**
 * How an attempt ends other than well: what the ledger says, and when the next attempt is. Each end is one transaction, and
 * may also be the end of the sync.
 */
@Component
class ImportOutcomes {
    private static final Logger LOG = LoggerFactory.getLogger(ImportOutcomes.class);

    private final ConnectionRows connections;
    private final RecordingRows recordings;
    private final FileRows files;
    private final Events events;
    private final Runs runs;
    private final RunEnd runEnd;
    private final Authorizations authorizations;
    private final SyncProperties properties;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    ImportOutcomes(
            ConnectionRows connections,
            RecordingRows recordings,
            FileRows files,
            Events events,
            Runs runs,
            RunEnd runEnd,
            Authorizations authorizations,
            SyncProperties properties,
            TransactionTemplate transaction,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.connections = connections;
        this.recordings = recordings;
        this.files = files;
        this.events = events;
        this.runs = runs;
        this.runEnd = runEnd;
        this.authorizations = authorizations;
        this.properties = properties;
        this.transaction = transaction;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** @throws RuntimeException what is for the scheduler to handle: the lease is lost, the database is away */
    Optional<Instant> of(Attempt attempt, RuntimeException failure) {
        return switch (failure) {
            case LostLease e -> throw e;
            case DataAccessException e -> throw e;
            case TransactionException e -> throw e;
            case CancellationException e -> throw e; // the portal stops
            case ZoomException.Wait e -> {
                leave(attempt, e.getMessage());
                yield Optional.of(e.until());
            }
            case GoAhead.StoppedNow e -> {
                leave(attempt, "");
                yield Optional.empty();
            }
            case Paused e -> paused(attempt, e);
            case ZoomException.Refused e -> lockedOut(attempt, e);
            case ZoomException.MissingScope e -> lockedOut(attempt, e);
            case ZoomException e -> {
                runs.open(attempt.connection().id()).ifPresent(run -> runs.readError(run.id()));
                yield failed(attempt, e.getMessage());
            }
            case MediaException.PartsRefused e -> refused(attempt, String.valueOf(e.getMessage()));
            case MediaException.CannotJoin e -> refused(attempt, String.valueOf(e.getMessage()));
            case MediaException e -> failed(attempt, String.valueOf(e.getMessage()));
            case Authors.Nobody e -> failed(attempt, String.valueOf(e.getMessage()));
            default -> {
                LOG.error("import broke recording={}", attempt.recording().id(), failure);
                yield failed(attempt, Reason.UNEXPECTED.sentence(failure));
            }
        };
    }

    /** Back in the queue, with all that is here already. An attempt that never began leaves the state as it was. */
    void leave(Attempt attempt, String reason) {
        transaction.executeWithoutResult(status -> {
            attempt.lease().check();
            var id = attempt.recording().id();
            files.interrupted(id);
            recordings
                    .lock(id)
                    .filter(row -> row.state() == RecordingState.IMPORTING)
                    .ifPresent(row -> recordings.state(id, RecordingState.FOUND, reason, null));
        });
    }

    Optional<Instant> waiting(Attempt attempt, Recording fresh) {
        long making = fresh.files().stream().filter(RecordingFile::processing).count();
        var reason = fresh.files().isEmpty()
                ? Reason.NO_FILES_YET.sentence()
                : Reason.STILL_MAKING.sentence(making, fresh.files().size());
        var age = Duration.between(attempt.recording().firstSeenAt(), clock.instant());
        var next = clock.instant().plus(properties.lookAfter(age));
        end(attempt, RecordingState.WAITING, reason, next, "waiting", "Waiting for Zoom. " + reason);
        return Optional.of(next);
    }

    Optional<Instant> leftOut(Attempt attempt, String reason) {
        transaction.executeWithoutResult(status -> {
            begin(attempt);
            recordings.skippedByRule(attempt.recording().id(), reason);
            events.add(attempt.recording().id(), "skipped", "Left at Zoom. " + reason);
            runEnd.endIfDone(attempt.connection());
        });
        return Optional.empty();
    }

    Optional<Instant> nothingToPlay(Attempt attempt) {
        var reason = Reason.NOTHING_TO_PLAY.sentence();
        end(attempt, RecordingState.SKIPPED, reason, null, "skipped", reason + " Its files are kept.");
        return Optional.empty();
    }

    /** Counts a failure: tried again after a growing pause, and parked after the last attempt. */
    Optional<Instant> failed(Attempt attempt, String reason) {
        int failures = attempt.recording().attempts() + 1;
        if (failures >= properties.attempts()) {
            return parked(attempt, reason, "Attempt %d failed, and it was the last one.".formatted(failures));
        }
        var next = clock.instant().plus(properties.pauseAfter(failures));
        var sentence = "Attempt %d of %d failed. %s".formatted(failures, properties.attempts(), reason);
        endFailed(attempt, reason, next, "failed", sentence);
        return Optional.of(next);
    }

    /** Stored parts do not become others by trying again: parked at once. */
    private Optional<Instant> refused(Attempt attempt, String reason) {
        return parked(attempt, reason, "Trying again by itself would not help.");
    }

    private Optional<Instant> parked(Attempt attempt, String reason, String why) {
        endFailed(attempt, reason, null, "parked", "%s %s".formatted(why, reason));
        return Optional.empty();
    }

    private void endFailed(Attempt attempt, String reason, @Nullable Instant next, String kind, String sentence) {
        int failures = attempt.recording().attempts() + 1;
        transaction.executeWithoutResult(status -> {
            begin(attempt);
            files.interrupted(attempt.recording().id());
            recordings.state(attempt.recording().id(), RecordingState.FAILED, reason, next);
            recordings.attempts(attempt.recording().id(), failures);
            events.add(attempt.recording().id(), kind, sentence);
            if (next == null) {
                listeners.publishEvent(new RecordingEnded(
                        attempt.recording().id(), attempt.connection().id(), RecordingState.FAILED));
            }
            runEnd.endIfDone(attempt.connection());
        });
        LOG.warn(
                "import failed recording={} attempt={} next={} reason=\"{}\"",
                attempt.recording().id(),
                failures,
                next,
                reason);
    }

    /** What may end the run locks it before the recording, as whoever reads Zoom's lists does. */
    private void begin(Attempt attempt) {
        attempt.lease().check();
        runs.lockOpen(attempt.connection().id());
    }

    private Optional<Instant> paused(Attempt attempt, Paused e) {
        var sentence = String.valueOf(e.getMessage());
        leave(attempt, sentence);
        runs.pause(attempt.connection().id(), sentence);
        LOG.warn("import paused recording={} reason=\"{}\"", attempt.recording().id(), sentence);
        return Optional.of(clock.instant().plus(properties.paused()));
    }

    /** Nothing more can be fetched until a person acts; the next sync that gets in takes it up again. */
    private Optional<Instant> lockedOut(Attempt attempt, ZoomException.AskPerson e) {
        leave(attempt, e.getMessage());
        authorizations.lost(attempt.connection().id(), e);
        runs.open(attempt.connection().id()).ifPresent(run -> runs.end(run.id(), RunState.ERROR, e.getMessage()));
        return Optional.empty();
    }

    /** A check has found out meanwhile that Zoom does not let us in any more. */
    void endInError(ConnectionId connection) {
        var reason = connections
                .find(connection)
                .map(each -> each.authorization().reason())
                .orElse("");
        runs.open(connection).ifPresent(run -> runs.end(run.id(), RunState.ERROR, reason));
    }

    private void end(
            Attempt attempt,
            RecordingState state,
            String reason,
            @Nullable Instant next,
            String kind,
            String sentence) {
        transaction.executeWithoutResult(status -> {
            begin(attempt);
            var id = attempt.recording().id();
            boolean told = attempt.before().state() == state
                    && attempt.before().reason().equals(reason);
            recordings.state(id, state, reason, next);
            if (!told) events.add(id, kind, sentence);
            runEnd.endIfDone(attempt.connection());
        });
    }
}
