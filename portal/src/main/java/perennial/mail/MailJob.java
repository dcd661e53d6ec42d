package perennial.mail;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import perennial.jobs.Leases;

/**
 * The job {@code mail.send}: sends one mail. Tried again with growing pauses, then parked as failed. Safe to run twice:
 * only a kill between the server's answer and our commit may deliver a mail twice, under the same Message-ID.
 */
@Configuration(proxyBeanMethods = false)
class MailJob {
    static final TaskDescriptor<Void> SEND = TaskDescriptor.of("mail.send");

    @Bean
    Task<Void> sendMail(MailSending sending, Mails mails, MailProperties properties, Leases leases, Clock clock) {
        return Tasks.oneTime(SEND)
                .onFailure((done, operations) -> {
                    var id = MailId.parse(done.getExecution().taskInstance.getId());
                    var reason = FailureReason.of(done.getCause().orElse(null));
                    int failures = done.getExecution().consecutiveFailures + 1;
                    if (failures >= properties.attempts()) {
                        mails.failed(id, reason, clock.instant());
                        operations.remove();
                        return;
                    }
                    var next = clock.instant().plus(pause(properties, failures));
                    mails.postponed(id, reason, next);
                    operations.reschedule(done, next);
                })
                .execute((instance, context) -> sending.send(MailId.parse(instance.getId()), leases.of(context)));
    }

    /** The first pause, doubled with each failure, up to the longest. */
    static Duration pause(MailProperties properties, int failures) {
        var doubled = properties.firstRetry().multipliedBy(1L << Math.min(failures - 1, 20));
        return doubled.compareTo(properties.longestRetry()) < 0 ? doubled : properties.longestRetry();
    }
}
