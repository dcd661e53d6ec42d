package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.people.Role;
import perennial.zoom.CallBudget.Limit;
import perennial.zoom.CallKind;
import perennial.zoom.ZoomException;
import zoomsim.fault.Fault;

/** Calls to one Zoom account take turns, whoever makes them (S14). */
class CallBudgetTest extends SyncTest {
    @Autowired
    private CallBudgets budgets;

    @Autowired
    private BudgetRows rows;

    private final String account = "budget-" + UUID.randomUUID();

    @Test
    void spacesTheCallsOfAllNodes() {
        budgets.of(account).await(CallKind.MEDIUM);
        budgets.of(account).told(CallKind.MEDIUM, new Limit.PerSecond(50));
        var begin = Instant.now();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // Other nodes know nothing of each other but these rows.
            var nodes = IntStream.range(0, 4)
                    .mapToObj(_ -> new CallBudgets(rows, new SimpleMeterRegistry()))
                    .toList();
            CompletableFuture.allOf(IntStream.range(0, 40)
                            .mapToObj(i -> CompletableFuture.runAsync(
                                    () -> nodes.get(i % 4).of(account).await(CallKind.MEDIUM), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }

        // 40 calls a second are ours, four fifths of Zoom's 50.
        assertThat(Duration.between(begin, Instant.now())).isGreaterThan(Duration.ofMillis(900));
        assertThat(rows.today(account).calls()).isEqualTo(41);
    }

    @Test
    void letsNobodyCallBeforeTheMomentThatZoomHasNamed() {
        budgets.of(account).await(CallKind.LIGHT);
        budgets.of(account).told(CallKind.LIGHT, new Limit.Until(Instant.now().plus(Duration.ofHours(3)), 6_000));

        assertThatThrownBy(() -> budgets.of(account).await(CallKind.LIGHT))
                .isInstanceOfSatisfying(
                        ZoomException.Throttled.class,
                        e -> assertThat(e.until()).isAfter(Instant.now().plus(Duration.ofMinutes(170))));
        budgets.of(account).await(CallKind.MEDIUM);
        assertThat(rows.today(account)).isEqualTo(new CallsToday(2, 6_000));
    }

    @Test
    void countsOnlyToday() {
        budgets.of(account).await(CallKind.LIGHT);
        jdbc.sql("update zoom_budget set day = day - 1 where zoom_account = :account")
                .param("account", account)
                .update();
        assertThat(rows.today(account).calls()).isZero();
        budgets.of(account).await(CallKind.LIGHT);
        assertThat(rows.today(account).calls()).isEqualTo(1);
    }

    @Test
    void staysWithinThePlanOfTheAccountAndShowsWhatItUsed() {
        var zoom = zoom("--plan=free");
        for (int i = 0; i < 3; i++) {
            meeting(zoom, new SimulatedMeeting("Few calls " + i, zoom.account().owner()).usual(Duration.ZERO, 2, 1));
        }
        var id = connect(zoom, people.person(Role.MANAGER), Map.of("enabled", true));

        assertThat(atRest(id).count(RecordingState.IMPORTED)).isEqualTo(3);

        var used = status.callsToday(connections.require(id));
        var made = zoom.requests().matching(request -> request.path().startsWith("/v2/"));
        assertThat(used.calls()).isEqualTo(made.size());
        var perSecond = jdbc.sql("select kind, per_second from zoom_budget where zoom_account = :account")
                .param("account", zoom.account().id())
                .query((row, n) -> row.getString("kind") + " " + row.getInt("per_second"))
                .list();
        assertThat(perSecond).containsExactlyInAnyOrder("light 4", "medium 2");
    }

    @Test
    void keepsTheWholeAccountQuietUntilADailyLimitIsOver() {
        var zoom = zoom();
        meeting(zoom, new SimulatedMeeting("Tomorrow", zoom.account().owner()).usual(Duration.ZERO, 2, 1));
        zoom.faults()
                .next("/v2/meetings/", new Fault.TooManyRequests(Instant.now().plus(Duration.ofHours(5))));
        var id = connect(zoom, people.person(Role.MANAGER), Map.of("enabled", true));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> entries(id).stream()
                        .anyMatch(each -> each.recording().reason().contains("slow down")));
        zoom.requests().clear();

        actions.importAgain(only(id).recording().id(), people.person(Role.MANAGER));

        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .until(() -> zoom.requests()
                        .matching(request -> request.path().startsWith("/v2/meetings/"))
                        .isEmpty());
    }
}
