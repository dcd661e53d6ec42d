package perennial.sync;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import perennial.jobs.Leases;
import perennial.jobs.WantedJobs;

/**
 * The job {@code sync.scan}, one a connection, which finds recordings; and {@code sync.schedule}, which asks for it from
 * time to time. Safe to kill at any line: the run's row says how far the scan has come.
 */
@Configuration(proxyBeanMethods = false)
class ScanJob {
    static final TaskDescriptor<Void> SCAN = TaskDescriptor.of("sync.scan");

    @Bean
    Task<Void> syncScan(WantedJobs jobs, Scanner scanner, Leases leases, SyncProperties properties) {
        FailureHandler<Void> whenFailed = (done, operations) -> operations.reschedule(
                done, done.getTimeDone().plus(properties.pauseAfter(done.getExecution().consecutiveFailures + 1)));
        return jobs.recurring(
                SCAN,
                ConnectionRows.TABLE,
                whenFailed,
                (instance, context) -> scanner.scan(connection(instance.getId()), leases.of(context)));
    }

    @Bean
    RecurringTask<Void> syncSchedule(Schedule schedule, SyncProperties properties) {
        return Tasks.recurring("sync.schedule", FixedDelay.of(properties.every()))
                .execute((instance, context) -> schedule.askForAll());
    }

    private static ConnectionId connection(String instance) {
        return new ConnectionId(UUID.fromString(instance));
    }
}
