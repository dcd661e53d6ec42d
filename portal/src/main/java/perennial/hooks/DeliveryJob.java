package perennial.hooks;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import perennial.jobs.Leases;

/**
 * The job {@code hooks.deliver}: sends one message to one address until it is taken or given up. Safe to run twice: a kill between
 * the receiver's answer and our commit sends it again, under the same id.
 */
@Configuration(proxyBeanMethods = false)
class DeliveryJob {
    static final TaskDescriptor<Void> DELIVER = TaskDescriptor.of("hooks.deliver");
    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);

    @Bean
    Task<Void> deliverToWebhook(Delivering delivering, Leases leases) {
        return Tasks.custom(DELIVER)
                .onFailure((done, operations) ->
                        operations.reschedule(done, done.getTimeDone().plus(AFTER_TROUBLE)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> delivering
                        .attempt(UUID.fromString(instance.getId()), leases.of(context))
                        .map(DeliveryJob::again)
                        .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }

    private static CompletionHandler<Void> again(Instant at) {
        return (done, operations) -> operations.reschedule(done, at);
    }
}
