package perennial.library;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job {@code library.purge}: empties the bin of what has rested long enough, twice a day, on one node. */
@Configuration(proxyBeanMethods = false)
class PurgeJob {
    private static final Logger LOG = LoggerFactory.getLogger(PurgeJob.class);

    @Bean
    RecurringTask<Void> purgeTheBin(Bin bin) {
        return Tasks.recurring("library.purge", FixedDelay.of(Duration.ofHours(12)))
                .execute((instance, context) -> LOG.info("bin purged count={}", bin.purgeDue()));
    }
}
