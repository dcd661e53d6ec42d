package perennial.sync;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import perennial.jobs.Leases;
import perennial.jobs.WantedJobs;

/**
 * The jobs {@code sync.delete}, one a recording, and {@code sync.read-back}, one a connection. Safe to kill at any line: the
 * intent is a row before the call, a repeated call is harmless, and only what was seen to be gone counts as deleted.
 */
@Configuration(proxyBeanMethods = false)
class DeletionJobs {
    static final TaskDescriptor<Void> DELETE = TaskDescriptor.of("sync.delete");
    static final TaskDescriptor<Void> READ_BACK = TaskDescriptor.of("sync.read-back");

    @Bean
    Task<Void> syncDelete(WantedJobs jobs, Deleter deleter, Leases leases, SyncProperties properties) {
        return jobs.recurring(
                DELETE,
                DeletionWork.TABLE,
                later(properties),
                (instance, context) ->
                        deleter.run(new RecordingId(UUID.fromString(instance.getId())), leases.of(context)));
    }

    @Bean
    Task<Void> syncReadBack(WantedJobs jobs, TrashReadBack readBack, Leases leases, SyncProperties properties) {
        return jobs.recurring(
                READ_BACK,
                DeletionWork.READ_BACK,
                later(properties),
                (instance, context) ->
                        readBack.run(new ConnectionId(UUID.fromString(instance.getId())), leases.of(context)));
    }

    /** What Zoom may do wrong is in the ledger; here is what is left: no database, say. */
    private static FailureHandler<Void> later(SyncProperties properties) {
        return (done, operations) -> operations.reschedule(
                done, done.getTimeDone().plus(properties.pauseAfter(done.getExecution().consecutiveFailures + 1)));
    }
}
