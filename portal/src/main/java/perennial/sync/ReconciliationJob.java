package perennial.sync;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job {@code sync.compare}: the nightly comparison. Safe to repeat. */
@Configuration(proxyBeanMethods = false)
class ReconciliationJob {
    private static final LocalTime NIGHT = LocalTime.of(2, 10);

    @Bean
    RecurringTask<Void> syncCompare(Reconciliations reconciliations) {
        return Tasks.recurring("sync.compare", new Daily(ZoneOffset.UTC, NIGHT))
                .execute((instance, context) -> reconciliations.compareAll());
    }
}
