package perennial.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.database.StoppableServer;
import perennial.database.TestServer;
import zoomsim.Options;
import zoomsim.Simulator;
import zoomsim.fault.Fault;

/**
 * R5: while a portal imports, its PostgreSQL stands still, or is stopped and started again. Whoever asks is told so, the work
 * goes on by itself, all comes in once and nothing is lost. Two breaks of seconds by default, in the full form ({@code
 * -Dperennial.full=true}) twelve of up to a minute.
 */
class DatabaseStormTest {
    private static final boolean FULL = Boolean.getBoolean("perennial.full");
    private static final long SEED = Long.getLong("perennial.seed", System.nanoTime() % 1_000_000);
    private static final int BREAKS = FULL ? 12 : 2;
    private static final Duration LONGEST = Duration.ofSeconds(FULL ? 60 : 2);
    private static final int RECORDINGS = FULL ? 80 : 5;
    private static final long SIZE = (FULL ? 32L : 4L) << 20;
    private static final long BYTES_PER_SECOND = 600_000;
    private static final Duration PATIENCE = Duration.ofMinutes(FULL ? 15 : 2);

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @Test
    void losesNothingWhileTheDatabaseComesAndGoes() throws Exception {
        var home = Files.createDirectories(folder.resolve("home"));
        try (var zoom = Simulator.start(Options.parse("--size=empty", "--media="));
                var server = StoppableServer.start(folder.resolve("postgres"));
                var portal = PortalProcess.start(home, settings(server.database()))) {
            var haul = Haul.at(zoom, SEED, RECORDINGS, SIZE);
            zoom.faults().always("/cmr/replay/", new Fault.Throttle(BYTES_PER_SECOND));
            var tables = new Tables(server.database());
            var status = "/zoom/connections/%s/status"
                    .formatted(portal.post("/zoom/connections", haul.settings())
                            .at("/id")
                            .asString());
            for (int i = 0; i < BREAKS; i++) {
                Thread.sleep(random.nextLong(500, FULL ? 10_000 : 1_500));
                long here = tables.count("select count(*) from zoom_recording where state = 'imported'");
                var length = Duration.ofMillis(random.nextLong(500, LONGEST.toMillis()));
                boolean frozen = i % 2 == 0;
                System.out.printf(
                        "R5 seed=%d %s for %s, %d imported%n", SEED, frozen ? "frozen" : "stopped", length, here);
                var end = Instant.now().plus(length);
                if (frozen) server.freeze();
                else server.stop();
                assertSaysSo(portal, status);
                Thread.sleep(Math.max(0, Duration.between(Instant.now(), end).toMillis()));
                if (frozen) server.thaw();
                else server.startAgain();
                await().atMost(PATIENCE).until(() -> portal.ask(status).statusCode() == 200);
            }
            zoom.faults().clear();

            await().atMost(PATIENCE)
                    .until(() ->
                            portal.get(status).at("/syncProcess").asString().startsWith("finished"));
            System.out.printf("R5 seed=%d fetched twice: %.2f %%%n", SEED, 100 * haul.sentTwice());
            haul.assertImportedOnce(tables, home.resolve("blobs"));
        }
    }

    /** The short form waits less for a server that stands still. */
    private static Map<String, String> settings(TestServer.Database database) {
        return Map.of(
                "PERENNIAL_DATABASE_URL",
                database.url() + (FULL ? "" : "?socketTimeout=3"),
                "PERENNIAL_DATABASE_USERNAME",
                database.username(),
                "PERENNIAL_DATABASE_PASSWORD",
                database.password(),
                "PERENNIAL_TOOLS",
                TestServer.TOOLS.toString(),
                "PERENNIAL_JOBS_HEARTBEAT",
                "1s",
                "PERENNIAL_SYNC_FIRSTRETRY",
                "PT1S",
                "PERENNIAL_SYNC_LONGESTRETRY",
                "PT2S");
    }

    private static void assertSaysSo(PortalProcess portal, String path) throws IOException {
        var answer = portal.ask(path);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("\"code\":\"database-away\"");
    }
}
