package perennial.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts work in the queue. Joins the caller's transaction: if that rolls back, so does the job. After the commit this
 * node looks for due work at once; other nodes find it with their next poll.
 */
@Service
public class JobQueue {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectProvider<Scheduler> scheduler;

    JobQueue(JdbcClient jdbc, Clock clock, ObjectProvider<Scheduler> scheduler) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** Queues {@code job} for {@code subject} now; see {@link #enqueueAt}. */
    public void enqueue(TaskDescriptor<Void> job, Object subject) {
        enqueueAt(job, subject, clock.instant());
    }

    /**
     * Queues {@code job} for {@code subject}, to run at {@code at} or soon after. If that very job waits already, one run
     * serves both, at the earlier of the two times. If it is running, nothing changes here: a job whose requests must
     * not be lost then is made by {@link WantedJobs} and asked for by its counter first.
     *
     * @param subject its {@code toString()} is what the job gets as instance id
     */
    public void enqueueAt(TaskDescriptor<Void> job, Object subject, Instant at) {
        var due = OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
        if (insert(job.getTaskName(), subject.toString(), due) == 0) {
            bringForward(job.getTaskName(), subject.toString(), due);
        }
        afterCommit(this::wakeUp);
    }

    /**
     * The version starts at the time in microseconds rather than at 1: a row that was removed and queued again can then
     * never look like its predecessor to a {@link Lease} of a node that slept meanwhile.
     */
    private int insert(String job, String subject, OffsetDateTime due) {
        return jdbc.sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values (:job, :subject, :due, false, (extract(epoch from clock_timestamp()) * 1000000)::bigint)
                        on conflict (task_name, task_instance) do nothing""")
                .param("job", job)
                .param("subject", subject)
                .param("due", due)
                .update();
    }

    /**
     * A statement of its own and not {@code on conflict do update}: that would lock the row of a running job too, and
     * deadlock with a run that holds its lease and wants the caller's subject.
     */
    private void bringForward(String job, String subject, OffsetDateTime due) {
        jdbc.sql("""
                        update scheduled_tasks set execution_time = :due, version = version + 1
                        where task_name = :job and task_instance = :subject and not picked and execution_time > :due""")
                .param("job", job)
                .param("subject", subject)
                .param("due", due)
                .update();
    }

    private void wakeUp() {
        scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
    }

    private static void afterCommit(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
