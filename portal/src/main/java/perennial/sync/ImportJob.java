package perennial.sync;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import perennial.jobs.Leases;
import perennial.jobs.WantedJobs;

/**
 * The job {@code sync.import}, one a recording: fetches its files, joins them, and shows them in the library. Safe to kill at
 * any line: stored files stay, parts are resumed, and the item appears in one transaction.
 */
@Configuration(proxyBeanMethods = false)
class ImportJob {
    static final TaskDescriptor<Void> IMPORT = TaskDescriptor.of("sync.import");

    @Bean
    Task<Void> syncImport(WantedJobs jobs, Importer importer, Leases leases, SyncProperties properties) {
        // Failures that an import knows of are in the ledger and no exceptions; here is what is left: no database, say.
        FailureHandler<Void> whenFailed = (done, operations) -> operations.reschedule(
                done, done.getTimeDone().plus(properties.pauseAfter(done.getExecution().consecutiveFailures + 1)));
        return jobs.recurring(
                IMPORT,
                RecordingRows.TABLE,
                whenFailed,
                (instance, context) ->
                        importer.run(new RecordingId(UUID.fromString(instance.getId())), leases.of(context)));
    }
}
