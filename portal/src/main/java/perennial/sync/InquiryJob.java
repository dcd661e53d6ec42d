package perennial.sync;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import perennial.jobs.Leases;
import perennial.jobs.WantedJobs;

/** The job {@code sync.inquiry}, one a question to Zoom. It changes nothing but its own rows, so it may be killed at any line. */
@Configuration(proxyBeanMethods = false)
class InquiryJob {
    static final TaskDescriptor<Void> INQUIRY = TaskDescriptor.of("sync.inquiry");

    @Bean
    Task<Void> syncInquiry(WantedJobs jobs, InquiryWork work, Leases leases, SyncProperties properties) {
        FailureHandler<Void> whenFailed = (done, operations) -> operations.reschedule(
                done, done.getTimeDone().plus(properties.pauseAfter(done.getExecution().consecutiveFailures + 1)));
        return jobs.task(
                INQUIRY,
                InquiryRows.TABLE,
                whenFailed,
                (instance, context) ->
                        work.answer(new InquiryId(UUID.fromString(instance.getId())), leases.of(context)));
    }
}
