package perennial.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.PortalTest;

@Import(JobsTest.SomeJobs.class)
class JobsTest extends PortalTest {
    private static final TaskDescriptor<Void> COUNT = TaskDescriptor.of("test.count");
    private static final TaskDescriptor<Void> SLOW = TaskDescriptor.of("test.slow");
    private static final Map<String, AtomicInteger> RUNS = new ConcurrentHashMap<>();
    private static final Map<String, CountDownLatch> GATES = new ConcurrentHashMap<>();

    private static final Set<String> FAILING = ConcurrentHashMap.newKeySet();

    @Autowired
    JobQueue queue;

    @Autowired
    WantedJobs wanted;

    @Autowired
    Scheduler scheduler;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @TestConfiguration(proxyBeanMethods = false)
    static class SomeJobs {
        @Bean
        Task<Void> count() {
            return Tasks.oneTime(COUNT).execute((instance, context) -> ran(instance.getId()));
        }

        /** Waits at its gate, when it has one. */
        @Bean
        Task<Void> slow(WantedJobs wanted) {
            return wanted.task(SLOW, "subject", (done, operations) -> operations.remove(), (instance, context) -> {
                ran(instance.getId());
                pass(instance.getId());
                if (FAILING.remove(instance.getId())) throw new IllegalStateException("as the test wants it");
            });
        }

        private static void pass(String subject) {
            try {
                var gate = GATES.get(subject);
                if (gate != null) gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @BeforeEach
    void tableOfSubjects() {
        jdbc.sql("""
                        create table if not exists subject (
                            id uuid primary key, wanted bigint not null default 0, served bigint not null default 0)""").update();
    }

    @Test
    void runsWhatWasQueuedAsSoonAsItIsCommitted() {
        var subject = UUID.randomUUID();

        transaction.executeWithoutResult(status -> queue.enqueue(COUNT, subject));

        await().until(() -> runs(subject) == 1);
        await().until(() -> scheduler
                .getScheduledExecution(COUNT.instanceId(subject.toString()))
                .isEmpty());
    }

    @Test
    void queuesNothingWhenTheTransactionRollsBack() {
        var subject = UUID.randomUUID();

        transaction.executeWithoutResult(status -> {
            queue.enqueue(COUNT, subject);
            status.setRollbackOnly();
        });

        assertThat(scheduler.getScheduledExecution(COUNT.instanceId(subject.toString())))
                .isEmpty();
    }

    @Test
    void keepsTheEarlierOfTwoTimes() {
        var subject = UUID.randomUUID();
        var inAnHour = clock.instant().plus(Duration.ofHours(1));

        queue.enqueueAt(COUNT, subject, inAnHour);
        queue.enqueueAt(COUNT, subject, inAnHour.plusSeconds(60));
        assertThat(due(subject)).isCloseTo(inAnHour, soon());

        queue.enqueueAt(COUNT, subject, inAnHour.minusSeconds(60));
        assertThat(due(subject)).isCloseTo(inAnHour.minusSeconds(60), soon());
    }

    @Test
    void runsAgainForARequestMadeDuringTheRun() {
        var subject = someSubject();
        var gate = new CountDownLatch(1);
        GATES.put(subject.toString(), gate);
        transaction.executeWithoutResult(status -> wanted.ask(SLOW, "subject", subject));
        await().until(() -> runs(subject) == 1);

        transaction.executeWithoutResult(status -> wanted.ask(SLOW, "subject", subject));
        gate.countDown();

        await().until(() -> runs(subject) == 2);
        await().until(() -> scheduler
                .getScheduledExecution(SLOW.instanceId(subject.toString()))
                .isEmpty());
        assertThat(runs(subject)).isEqualTo(2);
    }

    @Test
    void runsAgainForARequestMadeDuringARunThatGivesUp() {
        var subject = someSubject();
        var gate = new CountDownLatch(1);
        GATES.put(subject.toString(), gate);
        FAILING.add(subject.toString());
        transaction.executeWithoutResult(status -> wanted.ask(SLOW, "subject", subject));
        await().until(() -> runs(subject) == 1);

        transaction.executeWithoutResult(status -> wanted.ask(SLOW, "subject", subject));
        gate.countDown();

        await().until(() -> runs(subject) == 2);
        await().until(() -> scheduler
                .getScheduledExecution(SLOW.instanceId(subject.toString()))
                .isEmpty());
    }

    @Test
    void servesManyRequestsMadeBeforeTheRunWithOne() {
        var subject = someSubject();

        transaction.executeWithoutResult(status -> {
            for (var i = 0; i < 10; i++) wanted.ask(SLOW, "subject", subject);
        });

        await().until(() -> scheduler
                .getScheduledExecution(SLOW.instanceId(subject.toString()))
                .isEmpty());
        assertThat(runs(subject)).isEqualTo(1);
    }

    @Test
    void losesNoRequestHoweverItFallsAgainstTheEndOfARun() throws Exception {
        var subject = someSubject();
        var asked = new AtomicInteger();

        var askers = new Thread[4];
        for (var i = 0; i < askers.length; i++) {
            askers[i] = Thread.ofVirtual().start(() -> {
                for (var n = 0; n < 25; n++) {
                    transaction.executeWithoutResult(status -> wanted.ask(SLOW, "subject", subject));
                    asked.incrementAndGet();
                }
            });
        }
        for (var asker : askers) asker.join();

        await().until(() -> scheduler
                .getScheduledExecution(SLOW.instanceId(subject.toString()))
                .isEmpty());
        assertThat(asked).hasValue(100);
        assertThat(jdbc.sql("select wanted = served and wanted = 100 from subject where id = :id")
                        .param("id", subject)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void followsTheClockOfTheDatabase() {
        assertThat(clock).isInstanceOf(DatabaseClock.class);
        assertThat(clock.instant()).isCloseTo(new DatabaseTime(jdbc).now(), soon());
    }

    @Test
    void checksALeaseOnlyInsideATransaction() {
        var lease =
                new Lease(jdbc, new Execution(Instant.EPOCH, COUNT.instance("1").build()));

        assertThatThrownBy(lease::check).isInstanceOf(IllegalStateException.class);
    }

    private UUID someSubject() {
        var id = UUID.randomUUID();
        jdbc.sql("insert into subject (id) values (:id)").param("id", id).update();
        return id;
    }

    private Instant due(UUID subject) {
        return scheduler
                .getScheduledExecution(COUNT.instanceId(subject.toString()))
                .orElseThrow()
                .getExecutionTime();
    }

    private static TemporalUnitOffset soon() {
        return within(200, ChronoUnit.MILLIS);
    }

    private static void ran(String subject) {
        RUNS.computeIfAbsent(subject, key -> new AtomicInteger()).incrementAndGet();
    }

    private static int runs(UUID subject) {
        return RUNS.getOrDefault(subject.toString(), new AtomicInteger()).get();
    }
}
