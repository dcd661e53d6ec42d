package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.SettableClock;
import perennial.people.Person;
import perennial.people.Role;
import perennial.storage.DiskSpace;
import zoomsim.Simulator;
import zoomsim.fault.Fault;

/** S15: Managers are told once of each cause, and once when it is over. */
class AlertsTest extends SyncTest {
    private static final Duration SETTLE = Duration.ofMinutes(6);

    @Autowired
    private AlertRows rows;

    @Autowired
    private AlertMails mails;

    @Autowired
    private AlertProperties properties;

    @Autowired
    private Runs runs;

    @Autowired
    private TransactionTemplate transaction;

    private final SettableClock clock = new SettableClock(Instant.now());
    private final Disk disk = new Disk();
    private Alerts alerts;
    private Simulator zoom;
    private Person manager;

    @BeforeEach
    void setUp() {
        jdbc.sql("delete from alert").update();
        alerts = new Alerts(rows, mails, disk, properties, transaction, clock);
        zoom = zoom();
        manager = people.person(Role.MANAGER);
    }

    /** What the outbox holds for the Manager about a connection or the storage: "began" or "over", and the text. */
    private List<String> mails(String about) {
        return jdbc.sql("""
                        select split_part(m.key, ':', 3) || ': ' || m.subject || e'\\n' || m.body as said
                        from outbox_mail m join alert a on a.id::text = split_part(m.key, ':', 2)
                        where m.key like 'alert:%' and m.recipient = :to and a.topic like :about
                        order by m.created_at, m.key""")
                .param("to", manager.email())
                .param("about", about)
                .query((row, n) -> row.getString("said"))
                .list();
    }

    private List<String> mails(AlertKind kind, ConnectionId id) {
        return mails(kind.word() + ":" + id);
    }

    private void lookAfter(Duration time) {
        clock.advance(time);
        alerts.look();
        clock.advance(SETTLE);
        alerts.look();
    }

    @Test
    void tellsOfAConnectionInErrorUntilASyncHasMadeItGood() {
        var id = connect(zoom, manager, Map.of("enabled", true, "clientSecret", "wrong"));
        assertThat(atRest(id).syncProcess()).isEqualTo(SyncProcess.ERROR);

        alerts.look();
        alerts.look();

        assertThat(mails(AlertKind.ERROR, id)).hasSize(1);
        assertThat(mails(AlertKind.ERROR, id).getFirst())
                .startsWith("began: Zoom connection \"Simulated " + zoom.port() + "\": its sync ends in Error")
                .contains("Hello " + manager.name(), status.of(id).message(), "/zoom/" + id);

        // The next try runs, and has made nothing good yet.
        var run = runs.begin(id, connections.require(id).wanted());
        lookAfter(Duration.ofHours(2));
        assertThat(mails(AlertKind.ERROR, id)).hasSize(1);
        runs.end(run, RunState.STOPPED, "");

        connections.change(id, access(zoom), manager);
        assertThat(atRest(id).syncProcess()).isEqualTo(SyncProcess.FINISHED);
        lookAfter(Duration.ZERO);
        lookAfter(Duration.ofHours(2));
        assertThat(mails(AlertKind.ERROR, id)).hasSize(2).last().asString().startsWith("over: Over: Zoom connection");
        assertThat(mails(AlertKind.ERROR, id).getLast()).contains("It works again.");
    }

    @Test
    void tellsOfEachParkedRecordingAndWhatBecameOfIt() {
        meeting(zoom, new SimulatedMeeting("Broken", zoom.account().owner()).usual(Duration.ZERO, 2, 1));
        zoom.faults().always("/rec/|/cmr/", new Fault.HtmlPage());
        var id = connect(zoom, manager, Map.of("enabled", true));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> entries(id).stream()
                        .map(LedgerPage.Entry::recording)
                        .anyMatch(each -> each.state() == RecordingState.FAILED && each.nextAttemptAt() == null));

        alerts.look();
        alerts.look();
        assertThat(mails(AlertKind.FAILED, id)).hasSize(1);
        assertThat(mails(AlertKind.FAILED, id).getFirst())
                .startsWith("began: ")
                .contains("Broken, ", only(id).recording().reason());

        // A retry that is on its way ends nothing.
        var recording = only(id).recording().id();
        jdbc.sql("update zoom_recording set state = 'found' where id = :id")
                .param("id", recording.value())
                .update();
        lookAfter(Duration.ofHours(2));
        assertThat(mails(AlertKind.FAILED, id)).hasSize(1);

        zoom.faults().clear();
        control.sync(id, manager);
        await().atMost(Duration.ofSeconds(60)).until(() -> only(id).recording().state() == RecordingState.IMPORTED);
        lookAfter(Duration.ZERO);
        assertThat(mails(AlertKind.FAILED, id)).hasSize(2);
        assertThat(mails(AlertKind.FAILED, id).getLast()).startsWith("over: ").contains("It is imported now.");
    }

    @Test
    void sendsOneMailForMuchThatFailsWithinAnHour() {
        var id = connect(zoom, manager, Map.of());
        failed(id, "First", "Second");
        alerts.look();
        assertThat(mails(AlertKind.FAILED, id)).hasSize(1);
        assertThat(mails(AlertKind.FAILED, id).getFirst()).contains("(and 1 more)", "First, ", "Second, ");

        failed(id, "Third", "Fourth");
        alerts.look();
        assertThat(mails(AlertKind.FAILED, id)).hasSize(1);

        clock.advance(Duration.ofMinutes(61));
        alerts.look();
        assertThat(mails(AlertKind.FAILED, id)).hasSize(2);
        assertThat(mails(AlertKind.FAILED, id).getLast())
                .contains("Third, ", "Fourth, ")
                .doesNotContain("First, ");
    }

    /** All at once: the portal's own look must not come between them. */
    private void failed(ConnectionId id, String... topics) {
        transaction.executeWithoutResult(status -> {
            for (var topic : topics) recording(id, topic, "failed", null);
        });
    }

    private void recording(ConnectionId id, String topic, String state, @Nullable LocalDate autoDelete) {
        jdbc.sql("""
                        insert into zoom_recording (id, zoom_account, uuid, meeting_number, meeting_type, topic, started_at,
                            length_ms, auto_delete_date, state, reason, publish_as, first_seen_at, changed_at)
                        values (gen_random_uuid(), :account, :topic, 1, 2, :topic, now(), 0, :autoDelete, :state,
                            'It is broken.', 'me', now(), now())""")
                .param("account", connections.require(id).zoomAccount())
                .param("topic", topic)
                .param("autoDelete", autoDelete)
                .param("state", state)
                .update();
    }

    @Test
    void tellsOfAPauseOfItsOwnMakingOnly() {
        var id = connect(zoom, manager, Map.of("enabled", true));
        atRest(id);
        control.pause(id, manager);
        alerts.look();
        assertThat(mails(AlertKind.PAUSED, id)).isEmpty();
        control.sync(id, manager);
        atRest(id);

        var run = runs.begin(id, connections.require(id).wanted());
        runs.pause(id, "The disk is full.");
        alerts.look();
        assertThat(mails(AlertKind.PAUSED, id)).hasSize(1);
        assertThat(mails(AlertKind.PAUSED, id).getFirst()).contains("The disk is full.");

        // It comes and goes: told once.
        runs.goOn(id);
        alerts.look();
        runs.pause(id, "The disk is full.");
        lookAfter(Duration.ofHours(2));
        assertThat(mails(AlertKind.PAUSED, id)).hasSize(1);

        runs.end(run, RunState.FINISHED, "");
        lookAfter(Duration.ZERO);
        assertThat(mails(AlertKind.PAUSED, id)).hasSize(2);
    }

    @Test
    void tellsThatNothingCouldBeFetchedForADay() {
        var id = connect(zoom, manager, Map.of("enabled", true));
        atRest(id);

        clock.advance(Duration.ofHours(23));
        alerts.look();
        assertThat(mails(AlertKind.NOTHING_FETCHED, id)).isEmpty();

        clock.advance(Duration.ofHours(2));
        alerts.look();
        assertThat(mails(AlertKind.NOTHING_FETCHED, id)).hasSize(1);

        connections.switchTo(id, false, manager);
        lookAfter(Duration.ZERO);
        assertThat(mails(AlertKind.NOTHING_FETCHED, id)).hasSize(2);
        assertThat(mails(AlertKind.NOTHING_FETCHED, id).getLast()).contains("The connection was switched off.");
    }

    @Test
    void tellsBeforeZoomDeletesWhatIsNotHere() {
        var id = connect(zoom, manager, Map.of());
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        recording(id, "Soon", "waiting", today.plusDays(6));
        recording(id, "Later", "waiting", today.plusDays(9));
        recording(id, "Left there", "skipped", today.plusDays(1));

        alerts.look();

        assertThat(mails(AlertKind.AUTO_DELETE, id)).hasSize(1);
        assertThat(mails(AlertKind.AUTO_DELETE, id).getFirst())
                .contains("Soon, ", "Zoom deletes it on " + today.plusDays(6))
                .doesNotContain("Later, ", "Left there");

        jdbc.sql("update zoom_recording set state = 'gone-at-zoom', at_zoom = 'absent' where topic = 'Soon'")
                .update();
        lookAfter(Duration.ZERO);
        assertThat(mails(AlertKind.AUTO_DELETE, id)).hasSize(2);
        assertThat(mails(AlertKind.AUTO_DELETE, id).getLast()).contains("was not imported");
    }

    @Test
    void tellsAtEachMarkHowFullTheStorageIs() {
        disk.free = 16;
        alerts.look();
        assertThat(mails("storage:%")).isEmpty();

        disk.free = 15;
        alerts.look();
        disk.free = 6;
        alerts.look();
        assertThat(mails("storage:85")).hasSize(1).first().asString().contains("is 85 % full");
        assertThat(mails("storage:95")).isEmpty();

        disk.free = 4;
        alerts.look();
        assertThat(mails("storage:95")).hasSize(1).first().asString().contains("more than 95 %", "is 96 % full");

        disk.free = 50;
        lookAfter(Duration.ZERO);
        assertThat(mails("storage:85")).hasSize(2);
        assertThat(mails("storage:95")).hasSize(2).last().asString().contains("There is room again.");
    }

    @Test
    void showsTheSameAsMetrics() throws Exception {
        var id = connect(zoom, manager, Map.of("enabled", true, "clientSecret", "wrong"));
        atRest(id);
        alerts.look();
        int open = rows.open().getOrDefault(AlertKind.ERROR, 0);
        assertThat(open).isPositive();

        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(at("/actuator/prometheus"))
                    .header("Authorization", "Bearer " + people.token(people.person(Role.ADMINISTRATOR)))
                    .build();
            var metrics =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            assertThat(metrics)
                    .contains("perennial_alerts{kind=\"error\"} %d.0".formatted(open))
                    .contains("perennial_alerts{kind=\"storage\"} ")
                    .containsPattern("perennial_storage_used_ratio 0\\.\\d+");
        }
    }

    /** A disk of 100 bytes. */
    private static final class Disk implements DiskSpace {
        private long free = 100;

        @Override
        public long freeBytes() {
            return free;
        }

        @Override
        public long totalBytes() {
            return 100;
        }
    }
}
