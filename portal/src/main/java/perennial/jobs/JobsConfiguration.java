package perennial.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Builds the scheduler out of the jobs that the other modules contribute. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {
    /** With 7 s of heartbeat: dead after 42 s of silence, found by the next look, so taken over within 60 s. */
    private static final int MISSED_HEARTBEATS = 6;

    @Bean
    DatabaseClock clock(JdbcClient jdbc) {
        var clock = new DatabaseClock(Clock.systemUTC(), new DatabaseTime(jdbc));
        clock.correct();
        return clock;
    }

    /** Started and stopped by {@link JobRunner}, so the container is told not to stop it a second time. */
    @Bean(destroyMethod = "")
    Scheduler scheduler(DataSource dataSource, ObjectProvider<Task<?>> tasks, JobsProperties properties, Clock clock) {
        var onDemand = new ArrayList<Task<?>>();
        var recurring = new ArrayList<RecurringTask<?>>();
        for (var task : tasks) {
            if (task instanceof RecurringTask<?> repeats) recurring.add(repeats);
            else onDemand.add(task);
        }
        // Aware of transactions: a completion handler can then remove the job and change its subject in one.
        return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), onDemand)
                .startTasks(recurring)
                .clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed(NodeName.make()))
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .pollUsingLockAndFetch(0.5, 1.0)
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("job-", 0).factory()))
                .threads(properties.threads())
                .pollingInterval(properties.poll())
                .heartbeatInterval(properties.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(properties.stop())
                .build();
    }
}
