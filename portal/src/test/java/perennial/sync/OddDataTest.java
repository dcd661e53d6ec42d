package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import perennial.people.Person;
import perennial.people.Role;
import perennial.zoom.Fixtures;
import perennial.zoom.OddJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Zoom's real replies, as they are and made odd, through whole syncs. The short form makes some of them odd, the full one
 * ({@code -Dperennial.full=true}) ten thousand.
 */
class OddDataTest extends SyncTest {
    private static final boolean FULL = Boolean.getBoolean("perennial.full");
    private static final long SEED = Long.getLong("perennial.seed", System.nanoTime() % 1_000_000);
    private static final int ODD = FULL ? 10_000 : 160;
    private static final int UNTOUCHED_EVERY = 10;
    private static final Duration LONGEST = Duration.ofMinutes(FULL ? 30 : 5);

    private final Random random = new Random(SEED);
    private ScriptedZoom zoom;
    private Person manager;

    @BeforeEach
    void setUp() throws IOException {
        manager = people.person(Role.MANAGER);
        zoom = new ScriptedZoom();
        var files = Fixtures.samples().resolve("files");
        var vtt = Files.readAllBytes(files.resolve("transcript-cloud-basic.vtt"));
        zoom.file("TRANSCRIPT", vtt);
        zoom.file("CC", Files.readAllBytes(files.resolve("closed-caption-constructed.vtt")));
        zoom.file("CHAT", Files.readAllBytes(files.resolve("chat-cloud-basic.txt")));
        zoom.file("TIMELINE", Files.readAllBytes(files.resolve("timeline-three-speakers.json")));
        zoom.file("SUMMARY", Files.readAllBytes(files.resolve("summary.json")));
        zoom.file(
                "PAGE",
                Files.readAllBytes(Fixtures.samples().resolve("downloads").resolve("only-host-can-download-200.html")));
    }

    @AfterEach
    void close() {
        zoom.close();
    }

    @Test
    void everySampleGoesThroughAWholeSync() throws IOException {
        var uuids = new HashSet<String>();
        int number = 0;
        for (var sample : samples()) {
            var meeting = zoom.dressed(sample, number++);
            zoom.list(meeting.path("uuid").asString(), meeting, meeting);
            uuids.add(meeting.path("uuid").asString());
        }
        var refused = zoom.dressed(samples().getFirst(), number);
        for (var file : refused.path("recording_files"))
            ((ObjectNode) file).put("download_url", zoom.url() + "/rec/download/PAGE");
        var refusedUuid = refused.path("uuid").asString();
        zoom.list(refusedUuid, refused, refused);

        var id = connect();
        untilNothingIsLeftToDo(id);

        assertThat(status.of(id).syncProcess()).isEqualTo(SyncProcess.FINISHED_WITH_WARNINGS); // the refused one
        var found = new HashMap<String, LedgerPage.Entry>();
        for (var entry : entries(id)) found.put(entry.recording().uuid(), entry);
        var refusedHere = Objects.requireNonNull(found.get(refusedUuid)).recording();
        assertThat(refusedHere.state()).isEqualTo(RecordingState.FAILED);
        assertThat(refusedHere.reason()).contains("Only the host can download");
        assertThat(found.keySet()).containsAll(uuids);
        for (var uuid : uuids) {
            var entry = Objects.requireNonNull(found.get(uuid));
            boolean playable = entry.files().stream().anyMatch(file -> file.video() || file.audio());
            assertThat(entry.recording().state())
                    .as(uuid + ": " + entry.recording().reason())
                    .isEqualTo(playable ? RecordingState.IMPORTED : RecordingState.SKIPPED);
            assertThat(entry.files()).isNotEmpty().allMatch(file -> file.state() == FileState.STORED);
        }
    }

    /** Every meeting of the samples: of lists, of the reply about one, and of webhooks. */
    private static List<JsonNode> samples() throws IOException {
        var meetings = new ArrayList<JsonNode>();
        try (var files = Files.walk(Fixtures.samples())) {
            for (var file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                meetings(file, meetings);
            }
        }
        assertThat(meetings).hasSizeGreaterThan(8);
        return meetings;
    }

    private static void meetings(Path file, List<JsonNode> into) throws IOException {
        var json = ScriptedZoom.JSON.readTree(Files.readString(file));
        json.path("meetings").forEach(into::add);
        if (json.has("recording_files")) into.add(json);
        var object = json.path("payload").path("object");
        if (object.has("recording_files") && object.path("uuid").isString()) into.add(object);
    }

    @Test
    void noOddReplyStopsASync() throws IOException {
        System.out.printf("odd data seed=%d meetings=%d full=%b%n", SEED, ODD, FULL);
        var odd = new OddJson(random);
        var samples = samples();
        var untouched = new HashSet<String>();
        for (int i = 0; i < ODD; i++) {
            var good = zoom.dressed(samples.get(i % samples.size()), i);
            var uuid = good.path("uuid").asString();
            if (i % UNTOUCHED_EVERY == 0) {
                untouched.add(uuid);
                zoom.list(uuid, good, good);
                continue;
            }
            withoutMedia(good);
            var entry = good.deepCopy();
            var detail = good.deepCopy();
            if (i % 3 > 0) odd.mutate(entry);
            if (i % 3 < 2) odd.mutate(detail);
            zoom.list(uuid, entry, detail);
        }

        var id = connect();
        untilNothingIsLeftToDo(id);

        assertThat(status.of(id).syncProcess())
                .as(status.of(id).message())
                .isIn(SyncProcess.FINISHED, SyncProcess.FINISHED_WITH_WARNINGS);
        assertThat(reasons(id, "state = 'failed'")).isNotEmpty().allMatch(reason -> !reason.isBlank());
        assertThat(reasons(id, "true"))
                .as("seed %d", SEED)
                .noneMatch(reason -> reason.contains("Something unexpected"));
        var imported = jdbc.sql("select uuid from zoom_recording where zoom_account = :account and state = 'imported'")
                .param("account", connections.require(id).zoomAccount())
                .query((row, n) -> row.getString("uuid"))
                .list();
        assertThat(imported).as("seed %d", SEED).containsAll(untouched);
    }

    /** Media cost a probe each; a few of them keep theirs. */
    private void withoutMedia(ObjectNode meeting) {
        if (random.nextInt(20) == 0 || !(meeting.path("recording_files") instanceof ArrayNode files)) return;
        for (var each : files) {
            var type = each.path("file_type").asString("");
            if (!type.equals("MP4") && !type.equals("M4A")) continue;
            ((ObjectNode) each)
                    .put("file_type", "CHAT")
                    .put("file_extension", "TXT")
                    .put("recording_type", "chat_file")
                    .put("download_url", zoom.url() + "/rec/download/CHAT")
                    .remove("file_size");
        }
    }

    private List<String> reasons(ConnectionId id, String which) {
        return jdbc.sql("select reason from zoom_recording where zoom_account = :account and " + which)
                .param("account", connections.require(id).zoomAccount())
                .query((row, n) -> row.getString("reason"))
                .list();
    }

    private ConnectionId connect() {
        var fields = Map.of(
                "name",
                "Scripted",
                "accountId",
                "acc-" + UUID.randomUUID(),
                "clientId",
                "client",
                "clientSecret",
                "secret",
                "oauthUrl",
                zoom.url(),
                "apiUrl",
                zoom.url() + "/v2",
                "enabled",
                true);
        var id = connections.create(fields, manager).id();
        madeHere(id);
        return id;
    }

    /** Imported, parked, or waiting for Zoom; nothing that is about to happen. */
    private void untilNothingIsLeftToDo(ConnectionId id) {
        await().atMost(LONGEST)
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(jdbc.sql("""
                                select count(*) from zoom_recording
                                where zoom_account = :account
                                  and (state in ('found', 'importing') or (state = 'failed' and next_attempt_at is not null))""")
                                        .param(
                                                "account",
                                                connections.require(id).zoomAccount())
                                        .query(Long.class)
                                        .single()
                                + (status.of(id).syncProcess() == SyncProcess.RUNNING ? 1 : 0))
                        .isZero());
    }
}
