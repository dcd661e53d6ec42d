package perennial.jobs;

import com.github.kagkarlsson.scheduler.task.Execution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The right of one run to act for its job, also called a fence.
 *
 * <p>A node may freeze (a paused machine, a long collection), be declared dead, and wake up after another node took its
 * job over. It must not act then. So each effect of a job begins its transaction with {@link #check}: the job's row still
 * names this node and has the version this run picked, and it stays locked against a takeover until the transaction ends. An
 * effect outside the database (a file deleted, a mail sent) is checked in a transaction just before and must be harmless
 * twice.
 */
public final class Lease {
    private final JdbcClient jdbc;
    private final Execution run;

    Lease(JdbcClient jdbc, Execution run) {
        this.jdbc = jdbc;
        this.run = run;
    }

    /**
     * Returns when the job is still ours, and keeps it so to the end of the caller's transaction.
     *
     * @throws LostLease when another run has taken over; the caller lets it pass, so that its transaction rolls back
     * @throws IllegalStateException without a transaction, where the answer would be worth nothing
     */
    public void check() throws LostLease {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a lease is checked inside the transaction of the effect it guards");
        }
        // "for share" holds off the takeover, which updates the row, and lets several effects of one run go side by
        // side.
        var ours = jdbc.sql("""
                        select 1 from scheduled_tasks
                        where task_name = :job and task_instance = :subject
                          and picked and picked_by = :node and version = :version
                        for share""")
                .param("job", run.getTaskName())
                .param("subject", run.getId())
                .param("node", run.pickedBy)
                .param("version", run.version)
                .query(Integer.class)
                .optional();
        if (ours.isEmpty()) {
            throw new LostLease(run.getTaskName(), run.getId());
        }
    }
}
