package perennial.sync;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a sync when its scan, every import it queued, and the deletions after them have ended. */
@Component
class RunEnd {
    private final Runs runs;
    private final RecordingRows recordings;
    private final DeletionPhase deletion;

    RunEnd(Runs runs, RecordingRows recordings, DeletionPhase deletion) {
        this.runs = runs;
        this.recordings = recordings;
        this.deletion = deletion;
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
        if (!deletion.over(connection, run)) return;
        runs.end(run.id(), RunState.FINISHED, "");
    }
}
