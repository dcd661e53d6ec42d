package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.Browser;
import perennial.people.Person;
import perennial.people.Role;
import zoomsim.fault.Fault;

/** The database goes away for a while: whoever asks is told so in a sentence, and the work goes on by itself. */
class DatabaseAwayTest extends FaultySyncTest {
    private static final long SEED = Long.getLong("perennial.seed", System.nanoTime() % 1_000_000);
    private static final String SENTENCE = "The database does not answer just now";

    @Autowired
    private DataSource database;

    private Person manager;
    private String token;

    @BeforeEach
    void somebody() {
        manager = people.person(Role.MANAGER);
        token = people.token(manager);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/library", "/watch/0192f0c4-0000-7000-8000-000000000000", "/zoom", "/people"})
    void aPageSaysSoInASentence(String path) {
        try (var visitor = new Browser(this::at)) {
            visitor.get("/sign-in"); // with a session to look for
            faults.databaseAway(true);

            var answer = visitor.get(path);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body())
                    .startsWith("<!doctype html>")
                    .contains(SENTENCE, "goes on by itself")
                    .doesNotContain("Exception", "jdbc", "as ordered");
            faults.databaseAway(false);
            assertThat(visitor.get(path).statusCode()).isLessThan(500);
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, /media", "GET, /zoom/connections", "POST, /zoom/connections", "GET, /nothing/here"})
    void theApiAnswersWithAProblem(String method, String path) throws Exception {
        faults.databaseAway(true);

        var answer = api(method, path);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"code\":\"database-away\"", SENTENCE)
                .doesNotContain("Exception", "jdbc");
        faults.databaseAway(false);
        assertThat(api(method, path).statusCode()).isLessThan(500);
    }

    /** A server that stands still answers nothing and closes nothing. */
    @Test
    void nobodyWaitsForAnAnswerForEver() throws SQLException {
        try (var connection = database.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isPositive().isLessThan(60_000);
        }
    }

    @Test
    void workThatWasCutShortGoesOnByItself() throws Exception {
        System.out.printf("database away seed=%d%n", SEED);
        var random = new Random(SEED);
        var zoom = zoom();
        var meeting =
                meeting(zoom, new SimulatedMeeting("Through", zoom.account().owner()).usual(Duration.ZERO, 4, 3));
        zoom.faults().next(4, "/cmr/replay/", new Fault.Throttle(60_000));
        var id = connect(zoom, manager, Map.of("enabled", true));
        for (int i = 0; i < 3; i++) {
            Thread.sleep(random.nextInt(50, 700));
            faults.databaseAway(true);
            Thread.sleep(random.nextInt(100, 1_000));
            faults.databaseAway(false);
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> status.of(id).count(RecordingState.IMPORTED) == 1);

        assertSameBytes(meeting, only(id));
        assertThat(only(id).recording().mediaIds()).hasSize(1);
        assertThat(atRest(id).syncProcess()).isIn(SyncProcess.FINISHED, SyncProcess.FINISHED_WITH_WARNINGS);
    }

    /** What a restart of PostgreSQL does to those who are connected. */
    @Test
    void connectionsThatAreKilledInTheMiddleLoseNothing() throws Exception {
        System.out.printf("killed connections seed=%d%n", SEED);
        var random = new Random(SEED);
        var zoom = zoom();
        var meeting = meeting(zoom, new SimulatedMeeting("Torn", zoom.account().owner()).usual(Duration.ZERO, 4, 4));
        zoom.faults().next(4, "/cmr/replay/", new Fault.Throttle(60_000));
        var id = connect(zoom, manager, Map.of("enabled", true));
        for (int i = 0; i < 8; i++) {
            Thread.sleep(random.nextInt(20, 300));
            await().ignoreExceptions().until(this::killConnections);
        }

        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> status.of(id).count(RecordingState.IMPORTED) == 1);

        assertSameBytes(meeting, only(id));
        assertThat(only(id).recording().mediaIds()).hasSize(1);
    }

    private boolean killConnections() {
        return jdbc.sql("""
                        select count(pg_terminate_backend(pid)) >= 0 from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()""").query(Boolean.class).single();
    }

    private HttpResponse<String> api(String method, String path) throws Exception {
        URI address = at("/api/v1" + path);
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, method.equals("POST") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
