package perennial.upload;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import perennial.jobs.Leases;
import perennial.jobs.LostLease;
import perennial.jobs.WantedJobs;
import perennial.storage.StorageException;
import perennial.video.MediaException;

/**
 * The job {@code upload.prepare}, one an upload whose bytes are here: looks at it, makes it playable, adds it to the library. And {@code
 * upload.forget}, which lets go of what nobody goes on with.
 */
@Configuration(proxyBeanMethods = false)
class PrepareJob {
    static final TaskDescriptor<Void> PREPARE = TaskDescriptor.of("upload.prepare");

    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(10);
    /** Until somebody has made room on the disk. */
    private static final Duration LONG_PAUSE = Duration.ofMinutes(1);

    private static final Duration FORGOTTEN = Duration.ofDays(7);

    @Bean
    Task<Void> prepareUpload(WantedJobs wanted, Leases leases, Preparer preparer) {
        return wanted.task(
                PREPARE,
                "upload",
                whenFailed(preparer),
                (instance, context) ->
                        preparer.prepare(new UploadId(UUID.fromString(instance.getId())), leases.of(context)));
    }

    private static FailureHandler<Void> whenFailed(Preparer preparer) {
        return (done, operations) -> {
            var cause = done.getCause().orElse(null);
            if (cause instanceof LostLease) {
                operations.reschedule(done, done.getTimeDone().plus(PAUSE));
            } else if (cause instanceof Preparer.NoRoom || cause instanceof StorageException) {
                operations.reschedule(done, done.getTimeDone().plus(LONG_PAUSE));
            } else if (done.getExecution().consecutiveFailures + 1 < ATTEMPTS) {
                operations.reschedule(done, done.getTimeDone().plus(PAUSE));
            } else {
                var id = new UploadId(
                        UUID.fromString(done.getExecution().taskInstance.getId()));
                preparer.giveUp(
                        id,
                        cause instanceof MediaException.TooLong
                                ? "Making it playable took too long and was stopped."
                                : "It could not be made playable.");
                operations.remove();
            }
        };
    }

    @Bean
    RecurringTask<Void> forgetUploads(UploadRows rows, Clock clock) {
        return Tasks.recurring("upload.forget", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> rows.forget(clock.instant().minus(FORGOTTEN)));
    }
}
