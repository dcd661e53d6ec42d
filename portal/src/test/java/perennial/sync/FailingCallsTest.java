package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.faults.CallFaults.Manner;
import perennial.people.Person;
import perennial.people.Role;
import perennial.storage.BlobStore;
import zoomsim.Simulator;
import zoomsim.account.Meeting;
import zoomsim.account.TextBytes;
import zoomsim.account.User;
import zoomsim.fault.Fault;
import zoomsim.http.LoggedRequest;

/**
 * R2: a recording comes in, is read back and is deleted at Zoom, and one call of all that fails: of those to the database and
 * the store, and of the requests to Zoom; it does nothing, or does all and is not heard of. Whichever it is, the recording is
 * imported once, nothing of it is lost, and it is deleted once and with a certificate. The short form takes some of the
 * calls, the full one ({@code -Dperennial.full=true}) each of them in both manners.
 */
class FailingCallsTest extends FaultySyncTest {
    private static final boolean FULL = Boolean.getBoolean("perennial.full");
    private static final long SEED = Long.getLong("perennial.seed", System.nanoTime() % 1_000_000);
    private static final int CALLS_IN_SHORT = 7;
    private static final int REQUESTS_IN_SHORT = 4;
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final String ANY = "/";

    @Autowired
    private BlobStore store;

    private Simulator zoom;
    private User host;
    private Person manager;
    private ConnectionId connection;
    private volatile String meetingOfTheRound = "";
    private final List<Long> certificatesAtCalls = new CopyOnWriteArrayList<>();

    @BeforeEach
    void connect() {
        zoom = zoom("--seed=" + new Random().nextInt(1_000_000), "--users=300");
        // only a host whose account is made here is written to
        host = zoom.account().users().stream()
                .filter(user -> user.status() == User.Status.ACTIVE && user.cloudRecording() && !knows(user))
                .findFirst()
                .orElseThrow();
        zoom.requests().watch(this::lookForTheCertificate);
        manager = people.person(Role.MANAGER);
        connection = connect(zoom, manager, Map.of("enabled", true, "publishAs", "zoom-user"));
        atRest(connection);
        allow(connection, on(), manager);
        atRest(connection);
    }

    @Test
    void aCallToTheDatabaseOrTheStoreThatFailsLosesNothingAndDoublesNothing() {
        round(""); // the host's account is made here
        faults.count();
        round("");
        int calls = (int) faults.calls();
        System.out.printf("R2 seed=%d calls=%d full=%b%n", SEED, calls, FULL);
        assertThat(calls).isGreaterThan(100);
        var random = new Random(SEED);
        for (int number : sample(calls, CALLS_IN_SHORT, random)) {
            for (var manner : manners(random)) {
                faults.fail(number, manner);
                round("call %d of %d fails %s".formatted(number, calls, manner));
            }
        }
    }

    @Test
    void aRequestToZoomThatFailsLosesNothingAndDoublesNothing() {
        round("");
        int requests = zoom.requests().all().size();
        System.out.printf("R2 seed=%d requests=%d full=%b%n", SEED, requests, FULL);
        assertThat(requests).isGreaterThan(8);
        var random = new Random(SEED);
        for (int number : sample(requests, REQUESTS_IN_SHORT, random)) {
            for (var manner : manners(random)) {
                zoom.faults()
                        .after(
                                number - 1,
                                ANY,
                                manner == Manner.INSTEAD ? new Fault.ServerError(503) : new Fault.LostAnswer());
                round("request %d of %d fails %s".formatted(number, requests, manner));
                zoom.faults().clear();
            }
        }
    }

    private static List<Integer> sample(int of, int size, Random random) {
        if (FULL) return IntStream.rangeClosed(1, of).boxed().toList();
        return random.ints(1, of + 1).distinct().limit(size).boxed().toList();
    }

    private static List<Manner> manners(Random random) {
        return FULL
                ? List.of(Manner.values())
                : List.of(List.of(Manner.values()).get(random.nextInt(2)));
    }

    /** A new recording, from the first list that shows it to Zoom's trash. */
    private void round(String what) {
        var meeting = meeting(
                zoom,
                new SimulatedMeeting("One round", host)
                        .startedAgo(Duration.ofMinutes(50))
                        .view("active_speaker", Duration.ZERO, 1, 1)
                        .add("TRANSCRIPT", "audio_transcript", Duration.ZERO, 1, new TextBytes("WEBVTT\n")));
        zoom.requests().clear();
        certificatesAtCalls.clear();
        meetingOfTheRound = meeting.uuid();
        assertThatCode(() -> {
                    syncUntilDeleted(meeting);
                    assertImportedOnce(meeting);
                    assertDeletedOnce(meeting);
                })
                .as("%s (seed %d): %s", what, SEED, faults.hit())
                .doesNotThrowAnyException();
    }

    private void syncUntilDeleted(Meeting meeting) throws InterruptedException {
        long limit = System.nanoTime() + LONGEST.toNanos();
        control.sync(connection, manager);
        while (true) {
            var state = stateOf(meeting);
            if (state.equals("deleted-at-zoom")) break;
            assertThat(System.nanoTime()).as("stuck: " + state).isLessThan(limit);
            if (state.equals("imported verified") && over()) control.sync(connection, manager);
            if (state.isEmpty() && over()) control.sync(connection, manager);
            Thread.sleep(20);
        }
        atRest(connection);
    }

    private boolean over() {
        var now = status.of(connection).syncProcess();
        return now != SyncProcess.RUNNING && now != SyncProcess.PAUSED;
    }

    private String stateOf(Meeting meeting) {
        return jdbc.sql("""
                        select case when r.state = 'imported' and not exists (
                                        select 1 from zoom_file f where f.recording_id = r.id and f.verified_at is null)
                                    then 'imported verified' else r.state end
                        from zoom_recording r where r.zoom_account = :account and r.uuid = :uuid""")
                .param("account", zoom.account().id())
                .param("uuid", meeting.uuid())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private UUID recording(Meeting meeting) {
        return jdbc.sql("select id from zoom_recording where zoom_account = :account and uuid = :uuid")
                .param("account", zoom.account().id())
                .param("uuid", meeting.uuid())
                .query(UUID.class)
                .single();
    }

    private boolean knows(User host) {
        return count("select count(*) from person where lower(email) = lower(?)", host.email()) > 0;
    }

    private void assertImportedOnce(Meeting meeting) throws Exception {
        var id = recording(meeting);
        var entry = ledger.recording(new RecordingId(id));
        assertSameBytes(meeting, entry);
        for (var file : entry.files()) assertThat(hashInStore(file)).isEqualTo(file.sha256());
        var source = entry.recording().source();
        assertThat(count("select count(*) from media where source = ?", source)).isEqualTo(1);
        assertThat(count(
                        "select count(*) from media_version v join media m on m.id = v.media where m.source = ?",
                        source))
                .isEqualTo(1);
        assertThat(count("select count(*) from outbox_mail where key = ?", "zoom-arrival:" + id))
                .isEqualTo(1);
        assertThat(told(id, "imported")).isEqualTo(1);
        assertThat(told(id, "file-stored")).isEqualTo(2);
    }

    private String hashInStore(LedgerFile file) throws Exception {
        var blob = file.blob();
        if (blob == null) throw new IOException("not stored: " + file.label());
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(store.localFile(blob))));
    }

    private void assertDeletedOnce(Meeting meeting) {
        var id = recording(meeting);
        assertThat(zoom.account().meeting(meeting.uuid()).orElseThrow().trashed())
                .isTrue();
        assertThat(told(id, "deleted-at-zoom")).isEqualTo(1);
        assertThat(count("select count(*) from deletion_intent where recording_id = ?", id))
                .isEqualTo(1);
        assertThat(count("select count(*) from deletion_intent where recording_id = ? and state = 'done'", id))
                .isEqualTo(1);
        assertThat(deletions(zoom).stream().filter(call -> call.status() == 204))
                .hasSize(1);
        assertThat(certificatesAtCalls).isNotEmpty().allMatch(certificates -> certificates > 0);
    }

    /** When Zoom is asked to delete; no comparison of its clock with ours would tell what was first. */
    private void lookForTheCertificate(LoggedRequest request) {
        if (!request.method().equals("DELETE")) return;
        certificatesAtCalls.add(count("""
                select count(*) from deletion_certificate c join zoom_recording r on r.id = c.recording_id
                where r.uuid = ?""", meetingOfTheRound));
    }

    private long told(UUID recording, String kind) {
        return jdbc.sql("select count(*) from recording_event where recording_id = :id and kind = :kind")
                .param("id", recording)
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    private long count(String sql, Object of) {
        return jdbc.sql(sql).param(of).query(Long.class).single();
    }
}
