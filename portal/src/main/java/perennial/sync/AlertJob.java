package perennial.sync;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job {@code sync.alerts}, one for all nodes. Safe to kill at any line. */
@Configuration(proxyBeanMethods = false)
class AlertJob {
    @Bean
    RecurringTask<Void> syncAlerts(Alerts alerts, AlertProperties properties) {
        return Tasks.recurring("sync.alerts", FixedDelay.of(properties.every()))
                .execute((instance, context) -> alerts.look());
    }
}
