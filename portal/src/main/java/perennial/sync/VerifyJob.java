package perennial.sync;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import perennial.jobs.JobQueue;
import perennial.jobs.Leases;

/**
 * The job {@code sync.verify}, one a recording, queued when it is published; and {@code sync.verify-due}, which queues what
 * was lost, came later, or was stored before there was such a job. Both only read.
 */
@Configuration(proxyBeanMethods = false)
class VerifyJob {
    static final TaskDescriptor<Void> VERIFY = TaskDescriptor.of("sync.verify");

    private static final Duration LOOK = Duration.ofMinutes(5);
    private static final int AT_ONCE = 200;

    @Bean
    Task<Void> syncVerify(Verifier verifier, Leases leases, SyncProperties properties) {
        FailureHandler<Void> whenFailed = (done, operations) -> operations.reschedule(
                done, done.getTimeDone().plus(properties.pauseAfter(done.getExecution().consecutiveFailures + 1)));
        return Tasks.custom(VERIFY)
                .onFailure(whenFailed)
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var again = verifier.run(new RecordingId(UUID.fromString(instance.getId())), leases.of(context));
                    return (done, operations) ->
                            again.ifPresentOrElse(at -> operations.reschedule(done, at), operations::remove);
                });
    }

    @Bean
    RecurringTask<Void> syncVerifyDue(VerificationRows rows, JobQueue queue, SyncProperties properties, Clock clock) {
        return Tasks.recurring("sync.verify-due", FixedDelay.of(LOOK))
                .execute((instance, context) -> rows.due(clock.instant().minus(properties.verifyAfter()), AT_ONCE)
                        .forEach(recording -> queue.enqueue(VERIFY, recording.value())));
    }
}
