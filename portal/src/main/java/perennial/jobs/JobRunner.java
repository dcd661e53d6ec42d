package perennial.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Runs the scheduler for as long as the portal serves: from the moment it is ready until it stops, and lets running jobs
 * finish within {@code perennial.jobs.stop}. Heartbeats go on meanwhile, so no other node takes them over.
 */
@Component
class JobRunner implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration BETWEEN_CORRECTIONS = Duration.ofMinutes(1);

    private final Scheduler scheduler;
    private final JobsProperties properties;
    private final DatabaseClock clock;
    private volatile boolean running;

    JobRunner(Scheduler scheduler, JobsProperties properties, DatabaseClock clock) {
        this.scheduler = scheduler;
        this.properties = properties;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void whenReady() {
        if (properties.run()) start();
    }

    /** By {@link #whenReady}, once everything else has started. */
    @Override
    public boolean isAutoStartup() {
        return false;
    }

    /** A scheduler that was stopped cannot be started again; tests pause the contexts that another test class has left. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public void start() {
        if (running) return;
        running = true;
        scheduler.start();
        Thread.ofVirtual().name("clock").start(this::keepCorrect);
    }

    @Override
    public void stop() {
        if (!running) return;
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void keepCorrect() {
        while (running) {
            try {
                Thread.sleep(BETWEEN_CORRECTIONS);
                if (running) clock.correct();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("clock not corrected reason=\"{}\"; the last correction stays in force", e.getMessage());
            }
        }
    }
}
