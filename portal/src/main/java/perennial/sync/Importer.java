package perennial.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.Lease;
import perennial.zoom.Recording;
import perennial.zoom.RecordingFile;
import perennial.zoom.ZoomAccount;

/** One attempt to import one recording. What may go wrong at this or that line is sorted by {@link ImportOutcomes}. */
@Component
class Importer {
    private static final Logger LOG = LoggerFactory.getLogger(Importer.class);
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration NOTHING_SAVED_AFTER = Duration.ofDays(2);
    private static final Set<RecordingState> OVER = Set.of(
            RecordingState.IMPORTED,
            RecordingState.SKIPPED,
            RecordingState.DELETED_AT_ZOOM,
            RecordingState.GONE_AT_ZOOM);

    private final RecordingRows recordings;
    private final ConnectionRows connections;
    private final FileRows files;
    private final HostRows hosts;
    private final Sightings sightings;
    private final Runs runs;
    private final Holds holds;
    private final ZoomAccounts accounts;
    private final FreshAnswers answers;
    private final Fetcher fetcher;
    private final LateFiles lateFiles;
    private final Publication publication;
    private final ImportOutcomes outcomes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Importer(
            RecordingRows recordings,
            ConnectionRows connections,
            FileRows files,
            HostRows hosts,
            Sightings sightings,
            Runs runs,
            Holds holds,
            ZoomAccounts accounts,
            FreshAnswers answers,
            Fetcher fetcher,
            LateFiles lateFiles,
            Publication publication,
            ImportOutcomes outcomes,
            TransactionTemplate transaction,
            Clock clock) {
        this.recordings = recordings;
        this.connections = connections;
        this.files = files;
        this.hosts = hosts;
        this.sightings = sightings;
        this.runs = runs;
        this.holds = holds;
        this.accounts = accounts;
        this.answers = answers;
        this.fetcher = fetcher;
        this.lateFiles = lateFiles;
        this.publication = publication;
        this.outcomes = outcomes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes one attempt. Tells when to come back, if it is not over. */
    Optional<Instant> run(RecordingId id, Lease lease) {
        var recording = recordings.find(id).orElse(null);
        if (recording == null || OVER.contains(recording.state())) return Optional.empty();
        var connection = connections.ofAccount(recording.zoomAccount()).orElse(null);
        if (connection == null) return Optional.empty();
        var attempt = new Attempt(recording, recording, connection, GoAhead.from(lease, holds, connection.id()));
        var stop = stop(connection);
        if (stop != Stop.NO) return stopped(attempt, stop);
        try {
            transaction.executeWithoutResult(status -> {
                lease.check();
                recordings.state(id, RecordingState.IMPORTING, "", null);
            });
            return attempt(attempt);
        } catch (RuntimeException e) {
            return outcomes.of(attempt, e);
        }
    }

    /**
     * What an attempt is about.
     *
     * @param before the recording as it was when the attempt began
     */
    record Attempt(LedgerRecording before, LedgerRecording recording, Connection connection, GoAhead goAhead) {
        Lease lease() {
            return goAhead.lease();
        }
    }

    /** Whether work on a connection's recordings is to end at the next file. */
    private enum Stop {
        NO,
        /** Switched off or paused: the next sync takes the recording up again. */
        OFF,
        /** Zoom does not let us in: so does the next sync that it lets in. */
        REFUSED,
        /** A newer sync waits for the current files only. */
        NEWER_SYNC
    }

    private Stop stop(Connection known) {
        var connection = connections.find(known.id()).orElse(null);
        if (connection == null || !connection.enabled() || holds.held(connection.id())) return Stop.OFF;
        if (connection.authorization().status() == Authorization.Status.REFUSED) return Stop.REFUSED;
        boolean newer = runs.open(connection.id())
                .filter(run -> run.asked() < connection.wanted())
                .isPresent();
        return newer ? Stop.NEWER_SYNC : Stop.NO;
    }

    private Optional<Instant> stopped(Attempt attempt, Stop stop) {
        outcomes.leave(attempt, "");
        if (stop == Stop.NEWER_SYNC) return Optional.of(clock.instant().plus(SOON));
        if (stop == Stop.REFUSED) outcomes.endInError(attempt.connection().id());
        return Optional.empty();
    }

    private Optional<Instant> attempt(Attempt attempt) {
        var account = accounts.of(attempt.connection());
        fetcher.needRoom(files.of(attempt.recording().id()));
        var fresh = answers.take(attempt.recording().id())
                .orElseGet(() -> account.recording(attempt.recording().uuid()));
        var recording = refresh(attempt, fresh);
        var again = new Attempt(attempt.before(), recording, attempt.connection(), attempt.goAhead());
        var whyNot = recording.mediaIds().isEmpty() && !recording.askedFor()
                ? new Rules(attempt.connection().settings()).whyNot(fresh, recording.hostEmail())
                : "";
        if (!whyNot.isEmpty()) return outcomes.leftOut(again, whyNot);
        if (fresh.processing() || young(recording, fresh)) return outcomes.waiting(again, fresh);
        return fetchAll(again, fresh, account);
    }

    private LedgerRecording refresh(Attempt attempt, Recording fresh) {
        return transaction.execute(status -> {
            attempt.lease().check();
            sightings.refresh(attempt.recording(), fresh);
            return recordings.find(attempt.recording().id()).orElseThrow();
        });
    }

    /** No files yet, but there may come some. */
    private boolean young(LedgerRecording recording, Recording fresh) {
        var age = Duration.between(recording.start(), clock.instant());
        return fresh.files().isEmpty() && age.compareTo(NOTHING_SAVED_AFTER) < 0;
    }

    private Optional<Instant> fetchAll(Attempt attempt, Recording fresh, ZoomAccount account) {
        var listed = fresh.files().stream()
                .collect(Collectors.toMap(file -> Sql.storable(file.key()), Function.identity(), (one, same) -> one));
        var failures = new ArrayList<String>();
        for (var file : files.of(attempt.recording().id())) {
            var atZoom = listed.get(file.key());
            if (file.state() == FileState.STORED || atZoom == null) continue;
            var stop = stop(attempt.connection());
            if (stop != Stop.NO) return stopped(attempt, stop);
            fetch(attempt, file, atZoom, account).ifPresent(failures::add);
        }
        if (!failures.isEmpty()) return outcomes.failed(attempt, sentence(failures));
        return publish(attempt, account);
    }

    private Optional<String> fetch(Attempt attempt, LedgerFile file, RecordingFile atZoom, ZoomAccount account) {
        var url = atZoom.downloadUrl();
        var views = attempt.connection().settings().choice().views();
        if (file.video() && !views.isEmpty() && !views.contains(file.recordingType())) {
            files.leftOut(file.id(), true, Reason.VIEW_LEFT_OUT.sentence());
            return Optional.empty();
        }
        if (url == null) {
            files.leftOut(file.id(), false, Reason.NO_ADDRESS.sentence());
            return Optional.empty();
        }
        return fetcher.fetch(file, atZoom, url, account, attempt.goAhead());
    }

    private static String sentence(List<String> failures) {
        if (failures.size() == 1) return failures.getFirst();
        return Reason.MANY_FAILED.sentence(failures.size(), failures.getFirst());
    }

    private Optional<Instant> publish(Attempt attempt, ZoomAccount account) {
        var recording = attempt.recording();
        var stored = files.of(recording.id()).stream()
                .filter(file -> file.state() == FileState.STORED)
                .toList();
        var settings = attempt.connection().settings();
        var split = lateFiles.of(recording, stored);
        var falseStart = settings.choice().falseStart();
        var segments = Segments.of(split.all(), recording.start(), falseStart);
        if (segments.empty()) return outcomes.nothingToPlay(attempt);
        var host = recording.publishAs() == PublishAs.ZOOM_USER ? host(recording, account) : null;
        var early = Segments.of(split.early(), recording.start(), falseStart);
        publication.publish(recording, attempt.connection(), split, segments, early, host, attempt.lease());
        LOG.info("import done recording={} files={}", recording.id(), stored.size());
        return Optional.empty();
    }

    private HostRows.@Nullable Known host(LedgerRecording recording, ZoomAccount account) {
        var id = recording.hostId();
        if (id == null) return null;
        var known = hosts.find(recording.zoomAccount(), id).orElse(null);
        if (known != null) return known;
        account.user(id).ifPresent(user -> hosts.seen(recording.zoomAccount(), user));
        return hosts.find(recording.zoomAccount(), id)
                .orElseGet(() -> recording.hostEmail() == null
                        ? null
                        : new HostRows.Known(id, recording.hostEmail(), "", null, null, false));
    }
}
