package perennial.storage;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job {@code storage.orphans}: once a day, on one node. */
@Configuration(proxyBeanMethods = false)
class OrphansJob {
    @Bean
    RecurringTask<Void> removeOrphans(Orphans orphans) {
        return Tasks.recurring("storage.orphans", FixedDelay.of(Duration.ofDays(1)))
                .execute((instance, context) -> {
                    try {
                        orphans.remove();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
