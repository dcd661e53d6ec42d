package perennial.search;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import perennial.jobs.Leases;
import perennial.jobs.WantedJobs;
import perennial.library.MediaId;

/**
 * The jobs {@code search.index}, whose subject is a media id, and {@code search.survey}, once an hour on one node, which
 * asks again for what the other gave up.
 */
@Configuration(proxyBeanMethods = false)
class IndexJobs {
    private static final int ATTEMPTS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_SURVEYS = Duration.ofHours(1);

    @Bean
    Task<Void> indexTask(Indexing indexing, WantedJobs wanted, Leases leases) {
        return wanted.task(
                Indexing.INDEX,
                "search_document",
                new MaxRetriesFailureHandler<>(ATTEMPTS, new ExponentialBackoffFailureHandler<>(FIRST_PAUSE)),
                (instance, context) -> indexing.index(MediaId.parse(instance.getId()), leases.of(context)));
    }

    @Bean
    RecurringTask<Void> surveyTask(Indexing indexing) {
        return Tasks.recurring("search.survey", FixedDelay.of(BETWEEN_SURVEYS))
                .execute((instance, context) -> indexing.survey());
    }
}
