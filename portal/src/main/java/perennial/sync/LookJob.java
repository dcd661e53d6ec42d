package perennial.sync;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import perennial.jobs.Leases;
import perennial.jobs.WantedJobs;

/** The job {@code sync.look}, one a recording that something was heard of. Safe to kill at any line. */
@Configuration(proxyBeanMethods = false)
class LookJob {
    static final TaskDescriptor<Void> LOOK = TaskDescriptor.of("sync.look");

    @Bean
    Task<Void> syncLook(WantedJobs jobs, Looks looks, Leases leases, SyncProperties properties) {
        FailureHandler<Void> whenFailed = (done, operations) -> operations.reschedule(
                done, done.getTimeDone().plus(properties.pauseAfter(done.getExecution().consecutiveFailures + 1)));
        return jobs.recurring(
                LOOK,
                LookRows.TABLE,
                whenFailed,
                (instance, context) -> looks.look(UUID.fromString(instance.getId()), leases.of(context)));
    }
}
