package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import perennial.people.Person;
import perennial.people.Role;
import zoomsim.Simulator;
import zoomsim.account.Meeting;
import zoomsim.auth.Scopes;
import zoomsim.fault.Fault;

class FaultsTest extends SyncTest {
    private static final String CDN = "/cmr/replay/";
    private static final String LISTS = "/v2/(users/[^/]+|accounts/[^/]+)/recordings";

    private Simulator zoom;
    private Person manager;

    @BeforeEach
    void setUp() {
        zoom = zoom();
        manager = people.person(Role.MANAGER);
    }

    private Meeting usualMeeting() {
        return meeting(zoom, new SimulatedMeeting("Review", zoom.account().owner()).usual(Duration.ZERO, 2, 1));
    }

    @Test
    void fetchesNothingWithCredentialsThatZoomRefuses() {
        usualMeeting();
        var id = connect(zoom, manager, Map.of("enabled", true, "clientSecret", "wrong"));

        var ended = atRest(id);

        assertThat(ended.syncProcess()).isEqualTo(SyncProcess.ERROR);
        assertThat(ended.message()).contains("client");
        assertThat(ended.authorization().status()).isEqualTo(Authorization.Status.REFUSED);
        assertThat(entries(id)).isEmpty();
    }

    @Test
    void namesTheScopeThatIsMissing() {
        usualMeeting();
        zoom.tokens()
                .scopes(Scopes.ALL.stream()
                        .filter(scope ->
                                !scope.contains("list_user_recordings") && !scope.contains("list_account_recordings"))
                        .toList());
        var id = connect(zoom, manager, Map.of("enabled", true));

        var ended = atRest(id);

        assertThat(ended.syncProcess()).isEqualTo(SyncProcess.ERROR);
        assertThat(ended.message()).contains("cloud_recording:read:list_user_recordings:admin");
        assertThat(ended.authorization().status()).isEqualTo(Authorization.Status.MISSING_SCOPES);
        assertThat(ended.authorization().missingScopes()).anyMatch(scope -> scope.contains("list_user_recordings"));
    }

    @Test
    void waitsAsLongAsZoomAsksTo() {
        var meeting = usualMeeting();
        var until = Instant.now().plusSeconds(4).truncatedTo(ChronoUnit.SECONDS);
        zoom.faults().next(LISTS, new Fault.TooManyRequests(until));
        var id = connect(zoom, manager, Map.of("enabled", true));
        await().until(() -> status.of(id).message().contains("slow down"));
        zoom.requests().clear();

        var ended = atRest(id);

        assertThat(ended.syncProcess()).isEqualTo(SyncProcess.FINISHED);
        assertThat(zoom.requests().matching(request -> request.at().isBefore(until)))
                .isEmpty();
        assertSameBytes(meeting, only(id));
    }

    @Test
    void goesOnWhenTheTokenExpiresInTheMiddle() {
        var meeting = usualMeeting();
        zoom.faults().next(LISTS, new Fault.TokenExpired());
        zoom.faults().next("/v2/meetings/", new Fault.TokenExpired());
        zoom.faults().next("/rec/download/", new Fault.TokenExpired());
        var id = connect(zoom, manager, Map.of("enabled", true));

        assertThat(atRest(id).syncProcess()).isEqualTo(SyncProcess.FINISHED);
        assertSameBytes(meeting, only(id));
    }

    @Test
    void readsOnAfterServerErrors() {
        var meeting = usualMeeting();
        zoom.faults().next(2, LISTS, new Fault.ServerError(503));
        var id = connect(zoom, manager, Map.of("enabled", true));

        assertThat(atRest(id).syncProcess()).isEqualTo(SyncProcess.FINISHED);
        assertSameBytes(meeting, only(id));
    }

    @Test
    void endsInErrorWhenZoomStaysAway() {
        usualMeeting();
        zoom.faults().always(LISTS, new Fault.ServerError(503));
        var id = connect(zoom, manager, Map.of("enabled", true));

        var ended = atRest(id);

        assertThat(ended.syncProcess()).isEqualTo(SyncProcess.ERROR);
        assertThat(ended.message()).contains("503");
        assertThat(ended.completeTill()).isNull();
    }

    @Test
    void resumesADownloadThatIsCutTwice() {
        var meeting = meeting(
                zoom, new SimulatedMeeting("Cut", zoom.account().owner()).view("active_speaker", Duration.ZERO, 4, 3));
        zoom.faults().next(2, CDN, new Fault.Cut(7_000));
        var id = connect(zoom, manager, Map.of("enabled", true));

        assertThat(atRest(id).syncProcess()).isEqualTo(SyncProcess.FINISHED);
        assertSameBytes(meeting, only(id));
        assertThat(only(id).recording().mediaIds()).hasSize(1);
        var ranges = zoom.requests().matching(request -> request.path().startsWith(CDN)).stream()
                .map(request -> String.valueOf(request.range()))
                .toList();
        assertThat(ranges).hasSize(3);
        assertThat(ranges.get(0)).isEqualTo("null");
        assertThat(ranges.subList(1, 3)).allMatch(range -> range.matches("bytes=\\d+-"));
    }

    @Test
    void neverTakesAPageForAFileAndTriesAgain() {
        var meeting = usualMeeting();
        zoom.faults().next("/rec/download/", new Fault.HtmlPage());
        var id = connect(zoom, manager, Map.of("enabled", true));

        await().atMost(Duration.ofSeconds(60)).until(() -> status.of(id).count(RecordingState.IMPORTED) == 1);

        assertSameBytes(meeting, only(id));
        var events = ledger.events(only(id).recording().id());
        assertThat(events).extracting(RecordingEvent::kind).contains("file-failed", "failed", "imported");
        assertThat(atRest(id).syncProcess()).isEqualTo(SyncProcess.FINISHED);
    }

    @Test
    void parksAsFailedWhatNeverBecomesAFileAndKeepsTheRest() {
        var broken = meeting(zoom, new SimulatedMeeting("Broken", zoom.account().owner()).usual(Duration.ZERO, 2, 2));
        zoom.faults().always("/rec/download/", new Fault.HtmlPage());
        var id = connect(zoom, manager, Map.of("enabled", true));

        await().atMost(Duration.ofSeconds(60)).until(() -> {
            return entries(id).stream()
                    .map(LedgerPage.Entry::recording)
                    .anyMatch(each -> each.state() == RecordingState.FAILED && each.nextAttemptAt() == null);
        });

        assertThat(only(id).recording().reason()).contains("Instead of the file");
        assertThat(only(id).recording().attempts()).isEqualTo(4);
        assertThat(only(id).recording().mediaIds()).isEmpty();
        assertThat(atRest(id).syncProcess()).isEqualTo(SyncProcess.FINISHED_WITH_WARNINGS);
        assertThat(status.of(id).completeTill()).isEqualTo(broken.start());

        zoom.faults().clear();
        actions.retryAll(id, manager);
        await().atMost(Duration.ofSeconds(60)).until(() -> status.of(id).count(RecordingState.IMPORTED) == 1);
        assertThat(atRest(id).syncProcess()).isEqualTo(SyncProcess.FINISHED);
        assertSameBytes(broken, only(id));
    }

    @Test
    void refusesMediaThatIsNone() {
        meeting(
                zoom,
                new SimulatedMeeting("Noise", zoom.account().owner())
                        .add("MP4", "active_speaker", Duration.ZERO, 5, new zoomsim.account.GeneratedBytes(5, 40_000)));
        var id = connect(zoom, manager, Map.of("enabled", true));

        await().atMost(Duration.ofSeconds(60)).until(() -> status.of(id).count(RecordingState.FAILED) == 1);

        var file = only(id).files().getFirst();
        assertThat(file.state()).isEqualTo(FileState.FAILED);
        assertThat(file.blob()).isNull();
        assertThat(only(id).recording().mediaIds()).isEmpty();
    }

    @Test
    void waitsForWhatZoomIsStillMaking() {
        var meeting = meeting(
                zoom,
                new SimulatedMeeting("Soon", zoom.account().owner())
                        .processing()
                        .usual(Duration.ZERO, 2, 1));
        var id = connect(zoom, manager, Map.of("enabled", true));

        var waiting = atRest(id);
        assertThat(waiting.syncProcess()).isEqualTo(SyncProcess.FINISHED);
        assertThat(waiting.count(RecordingState.WAITING)).isEqualTo(1);
        assertThat(waiting.completeTill()).isEqualTo(meeting.start());

        zoom.account().change(meeting.uuid(), made -> made.processingUntil(null));
        await().atMost(Duration.ofSeconds(60)).until(() -> status.of(id).count(RecordingState.IMPORTED) == 1);
        var stored = only(id).files().stream()
                .filter(file -> file.state() == FileState.STORED)
                .toList();
        assertThat(stored).hasSize(4);
    }

    @Test
    void importsRecordingsWithAwkwardUuids() {
        var described = new SimulatedMeeting("Slashes", zoom.account().owner()).usual(Duration.ZERO, 2, 1);
        var uuids = List.of("/ajXp112QmuoKj4854875==", "abc//Xp112QmuoKj48548==", "+a/Xp112QmuoKj485487==");
        for (var uuid : uuids) zoom.account().put(described.build(uuid));
        var id = connect(zoom, manager, Map.of("enabled", true));

        assertThat(atRest(id).syncProcess()).isEqualTo(SyncProcess.FINISHED);
        assertThat(entries(id))
                .extracting(entry -> entry.recording().uuid())
                .containsExactlyInAnyOrderElementsOf(uuids);
    }
}
