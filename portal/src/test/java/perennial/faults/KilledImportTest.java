package perennial.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import zoomsim.Options;
import zoomsim.Simulator;
import zoomsim.fault.Fault;
import zoomsim.media.Studio;

/** {@code kill -9} in the middle of an import, then a new start (S13, N: after kill -9). */
class KilledImportTest {
    private static final Path FOOTAGE = Path.of("target", "footage");
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void aRecordingIsImportedOnceAndWholeAfterThePortalWasKilledWhileDownloading() throws Exception {
        var home = folder.resolve("home");
        Files.createDirectories(home);
        try (var zoom = Simulator.start(Options.parse("--size=small", "--media=" + FOOTAGE), new Studio(FOOTAGE))) {
            zoom.meetingsReady().join();
            zoom.faults().always("/cmr/replay/", new Fault.Throttle(20_000));

            try (var first = PortalProcess.start(home, Map.of())) {
                var connection = connect(first, zoom);
                Awaitility.await()
                        .atMost(LIMIT)
                        .until(() -> filesIn(first, connection, "stored") >= 3
                                && filesIn(first, connection, "downloading") > 0);
                first.kill();
            }

            zoom.faults().clear();
            try (var second = PortalProcess.start(home, Map.of())) {
                var connection =
                        second.get("/zoom/connections").at("/items/0/id").asString();
                Awaitility.await()
                        .atMost(LIMIT)
                        .until(() -> status(second, connection)
                                .at("/syncProcess")
                                .asString()
                                .startsWith("finished"));

                assertThat(sizesAndHashes(second, connection)).isEqualTo(sizesAndHashes(zoom));
                assertThat(items(second.get("/media")))
                        .hasSize(zoom.account().meetings().size());
                // Small pictures are made when the video is shown already; what they are written to goes by itself.
                Awaitility.await()
                        .atMost(LIMIT)
                        .untilAsserted(() -> assertThat(leftOver(home)).isEmpty());
                assertEveryOriginalIsServedAsStored(second);
            }
        }
    }

    private static String connect(PortalProcess portal, Simulator zoom) throws IOException {
        var credentials = Options.forTests().credentials();
        var made = portal.post(
                "/zoom/connections",
                Map.of(
                        "name",
                        "Northwind",
                        "accountId",
                        credentials.accountId(),
                        "clientId",
                        credentials.clientId(),
                        "clientSecret",
                        credentials.clientSecret(),
                        "oauthUrl",
                        zoom.url(),
                        "apiUrl",
                        zoom.url() + "/v2",
                        "publishStatus",
                        "published",
                        "enabled",
                        true));
        return made.at("/id").asString();
    }

    private static JsonNode status(PortalProcess portal, String connection) throws IOException {
        return portal.get("/zoom/connections/%s/status".formatted(connection));
    }

    private static long filesIn(PortalProcess portal, String connection, String state) throws IOException {
        return items(portal.get("/zoom/connections/%s/recordings".formatted(connection))).stream()
                .flatMap(
                        recording -> StreamSupport.stream(recording.at("/files").spliterator(), false))
                .filter(file -> file.at("/state").asString().equals(state))
                .count();
    }

    /** Hash to size of every file in the ledger, each exactly once. */
    private static Map<String, Long> sizesAndHashes(PortalProcess portal, String connection) throws IOException {
        var found = new TreeMap<String, Long>();
        for (var recording : items(portal.get("/zoom/connections/%s/recordings".formatted(connection)))) {
            assertThat(recording.at("/state").asString()).isEqualTo("imported");
            assertThat(recording.at("/mediaIds")).hasSize(1);
            for (var file : recording.at("/files")) {
                found.put(file.at("/sha256").asString(), file.at("/size").asLong());
            }
        }
        return found;
    }

    private static Map<String, Long> sizesAndHashes(Simulator zoom) {
        var there = new TreeMap<String, Long>();
        for (var meeting : zoom.account().meetings()) {
            for (var file : meeting.files()) {
                there.put(file.content().sha256(), file.content().size());
            }
            for (var audio : meeting.participantAudio()) {
                there.put(
                        audio.file().content().sha256(), audio.file().content().size());
            }
        }
        return there;
    }

    private static void assertEveryOriginalIsServedAsStored(PortalProcess portal) throws Exception {
        for (var item : items(portal.get("/media"))) {
            for (var file : portal.get("/media/" + item.at("/id").asString()).at("/files")) {
                var hash = MessageDigest.getInstance("SHA-256")
                        .digest(portal.bytes(file.at("/url").asString()));
                assertThat(HexFormat.of().formatHex(hash))
                        .isEqualTo(file.at("/sha256").asString());
            }
        }
    }

    /** Parts of files that nobody will finish. */
    private static List<Path> leftOver(Path home) throws IOException {
        try (var parts = Files.list(home.resolve("blobs").resolve("parts"))) {
            return parts.toList();
        }
    }

    private static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.at("/items").spliterator(), false).toList();
    }
}
