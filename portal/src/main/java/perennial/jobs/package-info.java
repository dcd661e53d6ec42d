/**
 * Work that must survive a crash: rows queued in the transaction of the change that calls for it, run on whichever node
 * is free, taken over within a minute when a node dies.
 *
 * <p>A module contributes a job as a bean of type {@link com.github.kagkarlsson.scheduler.task.Task} and asks for it by
 * {@link perennial.jobs.JobQueue}. A job carries the id of its subject and nothing else, may be killed at any line and
 * may run twice: each effect asks its {@link perennial.jobs.Lease} first. {@link perennial.jobs.WantedJobs} keeps a request that arrives
 * during a run from being swallowed. The module also supplies the application's only {@link java.time.Clock}, which
 * follows the database's.
 */
@ApplicationModule(
        displayName = "Jobs",
        allowedDependencies = {})
@NullMarked
package perennial.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
