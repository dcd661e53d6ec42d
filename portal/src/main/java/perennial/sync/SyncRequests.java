package perennial.sync;

import org.springframework.stereotype.Component;
import perennial.jobs.JobQueue;
import perennial.jobs.WantedJobs;

/** Asks for the jobs of this module. Joins the caller's transaction, so the request stands or falls with its cause. */
@Component
class SyncRequests {
    private final WantedJobs jobs;
    private final JobQueue queue;

    SyncRequests(WantedJobs jobs, JobQueue queue) {
        this.jobs = jobs;
        this.queue = queue;
    }

    /** A sync that begins after this moment, once the current files of a running one are in. */
    void sync(ConnectionId connection) {
        jobs.ask(ScanJob.SCAN, ConnectionRows.TABLE, connection.value());
    }

    /** An import now. */
    void importNow(RecordingId recording) {
        jobs.ask(ImportJob.IMPORT, RecordingRows.TABLE, recording.value());
    }

    /** Reading back what was stored, at this moment. */
    void verifyAt(RecordingId recording, java.time.Instant at) {
        queue.enqueueAt(VerifyJob.VERIFY, recording.value(), at);
    }

    /** Makes sure that an import is queued, at this moment at the latest. */
    void importAt(RecordingId recording, java.time.Instant at) {
        queue.enqueueAt(ImportJob.IMPORT, recording.value(), at);
    }
}
