package perennial.sync;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a sync when its scan and every import it queued have ended. */
@Component
class RunEnd {
    private final Runs runs;
    private final RecordingRows recordings;

    RunEnd(Runs runs, RecordingRows recordings) {
        this.runs = runs;
        this.recordings = recordings;
    }

    /**
     * Called by whatever may have been the last thing to do. Joins the caller's transaction as its last step: of two that
     * end at once, the second waits for the first here, and then sees its end.
     */
    @Transactional
    public void endIfDone(Connection connection) {
        var run = runs.lockOpen(connection.id()).orElse(null);
        if (run == null || run.scannedAt() == null) return;
        var account = connection.zoomAccount();
        if (recordings.any(account, RecordingState.FOUND) || recordings.any(account, RecordingState.IMPORTING)) return;
        runs.end(run.id(), RunState.FINISHED, "");
    }
}
