package perennial.sync;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The scheduled sync of every connection that is on (S2). */
@Component
class Schedule {
    private static final Duration RUNS_KEPT = Duration.ofDays(30);
    private static final Duration PAUSES_KEPT = Duration.ofDays(90);

    private final ConnectionRows connections;
    private final RecordingRows recordings;
    private final Runs runs;
    private final Holds holds;
    private final SyncRequests requests;
    private final Webhooks webhooks;
    private final Pauses pauses;
    private final FreshAnswers answers;
    private final Inquiries inquiries;
    private final Clock clock;

    Schedule(
            ConnectionRows connections,
            RecordingRows recordings,
            Runs runs,
            Holds holds,
            SyncRequests requests,
            Webhooks webhooks,
            Pauses pauses,
            FreshAnswers answers,
            Inquiries inquiries,
            Clock clock) {
        this.connections = connections;
        this.recordings = recordings;
        this.runs = runs;
        this.holds = holds;
        this.requests = requests;
        this.webhooks = webhooks;
        this.pauses = pauses;
        this.answers = answers;
        this.inquiries = inquiries;
        this.clock = clock;
    }

    /** Asks for a sync of each that has none running and is not paused. One that is running only gets its imports queued, should one be lost. */
    @Transactional
    public void askForAll() {
        for (var connection : connections.enabled()) {
            if (holds.held(connection.id())) continue;
            if (runs.open(connection.id()).isEmpty()) requests.sync(connection.id());
            else queueUnfinished(connection);
        }
        runs.forget(clock.instant().minus(RUNS_KEPT));
        webhooks.forget();
        pauses.forget(clock.instant().minus(PAUSES_KEPT));
        answers.forget();
        inquiries.forget();
    }

    /** What a switch-off or a newer sync left undone goes on, each at its next attempt. */
    void queueUnfinished(Connection connection) {
        for (var recording : recordings.unfinished(connection.zoomAccount())) {
            var next = recording.nextAttemptAt();
            requests.importAt(recording.id(), next == null ? clock.instant() : next);
        }
    }
}
