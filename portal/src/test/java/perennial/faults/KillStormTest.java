package perennial.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.database.TestServer;
import zoomsim.Options;
import zoomsim.Simulator;
import zoomsim.account.Meeting;
import zoomsim.fault.Fault;

/**
 * R4: three nodes on one PostgreSQL and one folder import, certify and delete at Zoom, and every few seconds one of them is
 * killed, or stands still until the others have taken its work and then goes on. All comes in once, all is certified, all is
 * deleted once, and hardly a byte is fetched twice. The short form takes a minute, the full one ({@code
 * -Dperennial.full=true}) a hundred blows.
 */
class KillStormTest {
    private static final boolean FULL = Boolean.getBoolean("perennial.full");
    private static final long SEED = Long.getLong("perennial.seed", System.nanoTime() % 1_000_000);
    private static final int NODES = 3;
    private static final int THREADS = 4;
    private static final int BLOWS = FULL ? 100 : 10;
    private static final int RECORDINGS = FULL ? 200 : 16;
    private static final long SIZE = (FULL ? 64L : 8L) << 20;
    private static final long BYTES_PER_SECOND = FULL ? 2_000_000 : 500_000;
    private static final Duration BETWEEN_BLOWS = Duration.ofMillis(FULL ? 3_500 : 2_000);
    /** Longer than the six heartbeats after which a node counts as dead. */
    private static final Duration STANDSTILL = Duration.ofSeconds(6);

    private static final Duration PATIENCE = Duration.ofMinutes(FULL ? 15 : 3);

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final TestServer.Database database = TestServer.freshDatabase();
    private final Tables tables = new Tables(database);
    private final List<Node> nodes = new ArrayList<>();

    @AfterEach
    void stop() {
        for (var node : nodes) node.close();
    }

    @Test
    void bringsEverythingInOnceWhateverIsKilled() throws Exception {
        try (var zoom = Simulator.start(Options.parse("--size=empty", "--media="))) {
            var haul = Haul.at(zoom, SEED, RECORDINGS, SIZE);
            zoom.faults().always("/cmr/replay/", new Fault.Throttle(BYTES_PER_SECOND));
            for (int i = 0; i < NODES; i++) nodes.add(new Node(i));
            nodes.getFirst().portal.awaitAnswer();
            var connection = connect(haul);

            int frozen = storm();
            for (var node : nodes) node.goOn();
            zoom.faults().clear();
            untilAllIsDeletedAtZoom(connection);

            double twice = haul.sentTwice();
            System.out.printf(
                    "R4 seed=%d blows=%d recordings=%d of %d MiB, fetched twice: %.2f %%%n",
                    SEED, BLOWS, RECORDINGS, SIZE >> 20, 100 * twice);
            haul.assertImportedOnce(tables, folder.resolve("blobs"));
            assertDeletedOnce(zoom, haul.meetings());
            assertThat(twice).as("share of the bytes that was fetched twice").isLessThanOrEqualTo(tolerable(frozen));
        }
    }

    private String connect(Haul haul) throws IOException {
        var fields = haul.settings();
        fields.putAll(Map.of("deleteFromZoom", true, "deleteGrace", "PT0S", "deletionCap", 2 * RECORDINGS));
        return nodes.getFirst()
                .portal
                .postConfirmed("/zoom/connections", fields)
                .at("/id")
                .asString();
    }

    /** Little; of the few and small files of the short form also what the network takes for a node that stands still. */
    private static double tolerable(int frozen) {
        if (FULL) return 0.05;
        return 0.15 + BYTES_PER_SECOND * STANDSTILL.toSeconds() * frozen * THREADS / (double) (RECORDINGS * SIZE);
    }

    /** A blow every few seconds, to a node that is up. Returns how many nodes had to stand still. */
    private int storm() throws Exception {
        int killed = 0;
        for (int blow = 0; blow < BLOWS; ) {
            Thread.sleep(BETWEEN_BLOWS.toMillis() / 2 + random.nextLong(BETWEEN_BLOWS.toMillis()));
            for (var node : nodes) node.goOnWhenItIsTime();
            var up = nodes.stream().filter(Node::up).toList();
            if (up.isEmpty()) continue;
            var victim = up.get(random.nextInt(up.size()));
            if (random.nextBoolean()) {
                victim.kill();
                killed++;
            } else {
                victim.freeze();
            }
            blow++;
        }
        System.out.printf("R4 seed=%d killed=%d frozen=%d%n", SEED, killed, BLOWS - killed);
        return BLOWS - killed;
    }

    private void untilAllIsDeletedAtZoom(String connection) {
        var portal = nodes.getFirst().portal;
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> {
                    if (tables.count("select count(*) from zoom_recording where state = 'deleted-at-zoom'")
                            == RECORDINGS) return true;
                    boolean readBack =
                            tables.count("select count(*) from zoom_file where verified_at is not null") == RECORDINGS;
                    var process = portal.get("/zoom/connections/%s/status".formatted(connection))
                            .at("/syncProcess")
                            .asString();
                    if (readBack && !process.equals("running"))
                        portal.post("/zoom/connections/%s/syncs".formatted(connection), Map.of());
                    return false;
                });
    }

    private void assertDeletedOnce(Simulator zoom, List<Meeting> meetings) throws SQLException {
        assertThat(tables.count("select count(*) from deletion_intent where state = 'done'"))
                .isEqualTo(RECORDINGS);
        assertThat(tables.count("""
                select count(*) from deletion_intent i join deletion_certificate c on c.id = i.certificate_id
                where i.state = 'done' and c.files_verified = 1 and c.size_bytes = %d""".formatted(SIZE))).isEqualTo(RECORDINGS);
        assertThat(zoom.requests().matching(request -> request.method().equals("DELETE") && request.status() == 204))
                .hasSize(RECORDINGS);
        assertThat(tables.count("select count(*) from recording_event where kind = 'deleted-at-zoom'"))
                .isEqualTo(RECORDINGS);
        assertThat(meetings)
                .allSatisfy(meeting -> assertThat(zoom.account()
                                .meeting(meeting.uuid())
                                .orElseThrow()
                                .trashed())
                        .isTrue());
    }

    /** One of the three, with a data folder of its own. */
    private final class Node {
        private final Path home;
        private PortalProcess portal;
        private @Nullable Instant thawAt;

        Node(int number) throws IOException {
            home = Files.createDirectories(folder.resolve("node-" + number));
            portal = launch();
        }

        private PortalProcess launch() throws IOException {
            var settings = new HashMap<String, String>();
            settings.put("PERENNIAL_DATABASE_URL", database.url());
            settings.put("PERENNIAL_DATABASE_USERNAME", database.username());
            settings.put("PERENNIAL_DATABASE_PASSWORD", database.password());
            settings.put("PERENNIAL_STORAGE_FOLDER", folder.resolve("blobs").toString());
            settings.put("PERENNIAL_TOOLS", TestServer.TOOLS.toString());
            settings.put("PERENNIAL_SECRETKEY", Base64.getEncoder().encodeToString(new byte[32]));
            settings.put("PERENNIAL_JOBS_HEARTBEAT", "700ms");
            settings.put("PERENNIAL_JOBS_THREADS", String.valueOf(THREADS));
            settings.put("PERENNIAL_DATABASE_POOL", "8");
            settings.put("PERENNIAL_SYNC_FIRSTRETRY", "PT1S");
            settings.put("PERENNIAL_SYNC_LONGESTRETRY", "PT2S");
            settings.put("PERENNIAL_SYNC_ATTEMPTS", "100");
            settings.put("PERENNIAL_SYNC_VERIFYAFTER", "PT1S");
            settings.put("PERENNIAL_SYNC_KEEPFREE", "1MB");
            return PortalProcess.launch(home, settings);
        }

        boolean up() {
            return thawAt == null && portal.ready();
        }

        void kill() throws IOException {
            portal.kill();
            portal = launch();
        }

        void freeze() throws IOException {
            portal.freeze();
            thawAt = Instant.now().plus(STANDSTILL);
        }

        void goOnWhenItIsTime() throws IOException {
            if (thawAt != null && !Instant.now().isBefore(thawAt)) goOn();
        }

        void goOn() throws IOException {
            if (thawAt != null) portal.thaw();
            thawAt = null;
        }

        void close() {
            portal.kill();
        }
    }
}
