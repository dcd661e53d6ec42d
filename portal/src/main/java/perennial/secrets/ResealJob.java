package perennial.secrets;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import perennial.jobs.JobQueue;

/** The job {@code secrets.reseal}, asked for at each start with keys of before (C6). */
@Configuration(proxyBeanMethods = false)
class ResealJob {
    static final TaskDescriptor<Void> RESEAL = TaskDescriptor.of("secrets.reseal");

    private final SecretsProperties properties;
    private final JobQueue queue;

    ResealJob(SecretsProperties properties, JobQueue queue) {
        this.properties = properties;
        this.queue = queue;
    }

    @Bean
    Task<Void> secretsReseal(Resealer resealer) {
        FailureHandler<Void> later = new FailureHandler.OnFailureRetryLater<>(Duration.ofMinutes(1));
        return Tasks.custom(RESEAL).onFailure(later).onDeadExecutionRevive().execute((instance, context) -> {
            resealer.reseal();
            return (done, operations) -> operations.remove();
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void askAtStart() {
        if (!properties.old().isEmpty()) queue.enqueue(RESEAL, "all");
    }
}
