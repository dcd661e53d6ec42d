package perennial.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.VoidExecutionHandler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Jobs that never swallow a request made while they run.
 *
 * <p>The subject's table counts in two columns, {@code wanted bigint not null default 0} and {@code served bigint not null
 * default 0}, and has a {@code uuid} primary key {@code id}, which is the job's subject. Whoever wants a run calls {@link #ask}: it raises {@code
 * wanted}, which locks the row, and then queues the job. A run notes what it serves when it begins; when it ends, one
 * transaction locks the row, compares, and either removes the job or lets it run again. A request therefore comes
 * before the comparison and is seen, or after the removal and queues a new job; there is no moment between.
 */
@Service
public class WantedJobs {
    private final JdbcClient jdbc;
    private final JobQueue queue;
    private final TransactionTemplate transaction;

    WantedJobs(JdbcClient jdbc, JobQueue queue, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.transaction = transaction;
    }

    /**
     * Asks for a run of {@code job} that begins after this moment. Joins the caller's transaction; call it after the
     * caller's own changes to the subject's row, or before, but in the same transaction.
     */
    public void ask(TaskDescriptor<Void> job, String table, UUID subject) {
        jdbc.sql("update %s set wanted = wanted + 1 where id = :id".formatted(table))
                .param("id", subject)
                .update();
        queue.enqueue(job, subject);
    }

    /**
     * The job {@code job} over the rows of {@code table}.
     *
     * @param whenFailed decides when to try again, or gives up with {@code operations.remove()}; it runs in a transaction,
     *     and a request made during the failed run then queues the job for now whatever was decided
     */
    public Task<Void> task(
            TaskDescriptor<Void> job, String table, FailureHandler<Void> whenFailed, VoidExecutionHandler<Void> work) {
        return Tasks.custom(job)
                .onFailure(servingLater(job, table, whenFailed))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var subject = UUID.fromString(instance.getId());
                    begin(table, subject);
                    work.execute(instance, context);
                    return end(table, subject);
                });
    }

    private void begin(String table, UUID subject) {
        jdbc.sql("update %s set served = wanted where id = :id and served <> wanted".formatted(table))
                .param("id", subject)
                .update();
    }

    private CompletionHandler<Void> end(String table, UUID subject) {
        return (done, operations) -> transaction.executeWithoutResult(status -> {
            if (askedAgain(table, subject)) {
                operations.reschedule(done, done.getTimeDone());
            } else {
                operations.remove();
            }
        });
    }

    private boolean askedAgain(String table, UUID subject) {
        return jdbc.sql("select wanted > served from %s where id = :id for update".formatted(table))
                .param("id", subject)
                .query(Boolean.class)
                .optional()
                .orElse(false); // the subject is gone, and its work with it
    }

    /** A run that fails serves nobody, so what was asked for meanwhile is not given up with it. */
    private FailureHandler<Void> servingLater(TaskDescriptor<Void> job, String table, FailureHandler<Void> whenFailed) {
        return (done, operations) -> transaction.executeWithoutResult(status -> {
            var subject = UUID.fromString(done.getExecution().taskInstance.getId());
            var again = askedAgain(table, subject);
            whenFailed.onFailure(done, operations);
            if (again) queue.enqueue(job, subject);
        });
    }
}
