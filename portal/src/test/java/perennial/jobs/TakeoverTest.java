package perennial.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.PortalTest;

/** Two nodes over one database: the first freezes in the middle of a job, the second takes over, the first wakes. */
@TestPropertySource(properties = "perennial.jobs.run=false")
class TakeoverTest extends PortalTest {
    private static final TaskDescriptor<Void> JOB = TaskDescriptor.of("test.takeover");

    @Autowired
    DataSource dataSource;

    @Autowired
    JobQueue queue;

    @Autowired
    Leases leases;

    @Autowired
    JobsProperties properties;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @BeforeEach
    void emptyQueue() {
        jdbc.sql("delete from scheduled_tasks where task_name = :job")
                .param("job", JOB.getTaskName())
                .update();
    }

    @Test
    void aFrozenNodeLosesItsJobAndMayNotActWhenItWakes() throws Exception {
        var subject = UUID.randomUUID();
        var first = new AtomicReference<ExecutionContext>();
        var second = new AtomicReference<ExecutionContext>();
        var wake = new CountDownLatch(1);
        var frozen = node("first", Duration.ofHours(1), Tasks.oneTime(JOB).execute((instance, context) -> {
            first.set(context);
            pass(wake);
        }));
        var healthy = node("second", properties.heartbeat(), Tasks.oneTime(JOB).execute((instance, context) -> {
            second.set(context);
            pass(wake);
        }));
        frozen.start();
        queue.enqueue(JOB, subject);
        await().until(() -> first.get() != null);
        transaction.executeWithoutResult(status -> leases.of(first.get()).check());

        frozen.pause();
        fallSilent(subject, Duration.ofSeconds(43));
        healthy.start();

        await().until(() -> second.get() != null);
        transaction.executeWithoutResult(status -> leases.of(second.get()).check());
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> leases.of(first.get()).check()))
                .isInstanceOf(LostLease.class);
        wake.countDown();
        frozen.stop();
        healthy.stop();
    }

    @Test
    void aTakeoverWaitsForTheEffectThatHasBegun() throws Exception {
        var subject = UUID.randomUUID();
        var run = new AtomicReference<ExecutionContext>();
        var end = new CountDownLatch(1);
        var node = node("only", properties.heartbeat(), Tasks.oneTime(JOB).execute((instance, context) -> {
            run.set(context);
            pass(end);
        }));
        node.start();
        queue.enqueue(JOB, subject);
        await().until(() -> run.get() != null);

        var takeover = new AtomicReference<Thread>();
        transaction.executeWithoutResult(status -> {
            leases.of(run.get()).check();
            takeover.set(Thread.ofVirtual()
                    .start(() -> jdbc.sql("""
                            update scheduled_tasks set picked = false, version = version + 1 where task_instance = :id""").param("id", subject.toString()).update()));
            await().until(() -> jdbc.sql("select exists (select 1 from pg_locks where not granted)")
                    .query(Boolean.class)
                    .single());
            assertThat(takeover.get().isAlive()).isTrue();
        });
        takeover.get().join();

        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> leases.of(run.get()).check()))
                .isInstanceOf(LostLease.class);
        end.countDown();
        node.stop();
    }

    @Test
    void aJobQueuedAnewIsNotMistakenForItsPredecessor() {
        var subject = UUID.randomUUID().toString();
        queue.enqueue(JOB, subject);
        var before = version(subject);
        jdbc.sql("delete from scheduled_tasks where task_instance = :id")
                .param("id", subject)
                .update();

        queue.enqueue(JOB, subject);

        assertThat(version(subject)).isGreaterThan(before);
    }

    @Test
    void aDeadNodeIsReplacedWithinAMinute() {
        // dead after six missed heartbeats; looked for twice a heartbeat period apart at most
        var worst = properties.heartbeat().multipliedBy(6 + 2);

        assertThat(worst).isLessThanOrEqualTo(Duration.ofSeconds(60));
    }

    private Scheduler node(String name, Duration heartbeat, Task<Void> task) {
        return Scheduler.create(dataSource, task)
                .schedulerName(new SchedulerName.Fixed(name))
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .clock(clock::instant)
                .pollUsingLockAndFetch(0.5, 1.0)
                .threads(2)
                .pollingInterval(Duration.ofMillis(200))
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(6)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }

    /** As if the node had not been heard of for {@code time}. */
    private void fallSilent(UUID subject, Duration time) {
        jdbc.sql("update scheduled_tasks set last_heartbeat = :at where task_instance = :id")
                .param("at", OffsetDateTime.ofInstant(clock.instant().minus(time), ZoneOffset.UTC))
                .param("id", subject.toString())
                .update();
    }

    private long version(String subject) {
        return jdbc.sql("select version from scheduled_tasks where task_instance = :id")
                .param("id", subject)
                .query(Long.class)
                .single();
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
