package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import perennial.library.MediaId;
import perennial.library.VisibleBytes;
import perennial.library.VisibleMedia;
import perennial.people.Person;
import perennial.people.Role;
import perennial.storage.ByteServing;
import perennial.storage.Composite;
import perennial.video.TestClips;
import zoomsim.Simulator;
import zoomsim.account.FileBytes;

/** The joined video as the portal keeps and serves it: pieces of the originals, and a small header of its own. */
class VirtualJoinTest extends SyncTest {
    private static final String VIEW = "active_speaker";

    @Autowired
    private VisibleBytes visible;

    @Autowired
    private VisibleMedia media;

    @Autowired
    private ByteServing serving;

    private Simulator zoom;
    private Person manager;

    @BeforeEach
    void setUp() {
        zoom = zoom();
        manager = people.person(Role.MANAGER);
    }

    private SimulatedMeeting twoParts() {
        return new SimulatedMeeting("Two parts", zoom.account().owner())
                .usual(Duration.ofMinutes(1), 2, 1)
                .usual(Duration.ofMinutes(10), 3, 2);
    }

    private MediaId imported(ConnectionId id) {
        assertThat(atRest(id).syncProcess()).isEqualTo(SyncProcess.FINISHED);
        return only(id).recording().mediaIds().getFirst();
    }

    private Composite bytes(MediaId id, @Nullable Integer version) {
        return visible.view(id, VIEW, version, manager.id()).orElseThrow().bytes();
    }

    @Test
    void isMadeOfTheOriginalsAndCopiesNothing() {
        meeting(zoom, twoParts());
        var id = connect(zoom, manager, Map.of("enabled", true));
        var item = imported(id);

        var originals = only(id).files().stream().map(LedgerFile::blob).toList();
        var pieces = bytes(item, null).pieces();
        assertThat(pieces).hasSizeGreaterThan(2);
        long own = pieces.stream()
                .filter(piece -> !originals.contains(piece.blob()))
                .mapToLong(piece -> piece.length())
                .sum();
        assertThat(own).isLessThan(10_000);
        assertThat(ledger.events(only(id).recording().id()))
                .filteredOn(event -> event.kind().equals("joined"))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.evidence()).contains("part 1 at 0:00:00.000 virtual", "part 2 at"));
    }

    @Test
    void servesEveryRangeAsIfItWereOneFile() throws IOException {
        meeting(zoom, twoParts());
        var content = bytes(imported(connect(zoom, manager, Map.of("enabled", true))), null);

        var whole = ask(content, null).getContentAsByteArray();

        assertThat(whole).hasSize((int) content.length());
        long seed = new Random().nextLong();
        System.out.println("ranges: seed " + seed);
        var random = new Random(seed);
        var edges = new ArrayList<Integer>();
        int at = 0;
        for (var piece : content.pieces()) edges.add(at += (int) piece.length());
        for (int i = 0; i < 200; i++) {
            int from = i % 2 == 0
                    ? random.nextInt(whole.length)
                    : Math.max(0, edges.get(random.nextInt(edges.size())) - random.nextInt(50) - 1);
            int to = Math.min(whole.length - 1, from + random.nextInt(i % 3 == 0 ? 100 : 100_000));
            assertThat(ask(content, "bytes=%d-%d".formatted(from, to)).getContentAsByteArray())
                    .isEqualTo(Arrays.copyOfRange(whole, from, to + 1));
        }
        assertThat(ask(content, "bytes=-7").getContentAsByteArray())
                .isEqualTo(Arrays.copyOfRange(whole, whole.length - 7, whole.length));
        assertThat(ask(content, "bytes=%d-".formatted(whole.length)).getStatus())
                .isEqualTo(416);
    }

    private MockHttpServletResponse ask(Composite content, @Nullable String range) throws IOException {
        var request = new MockHttpServletRequest("GET", "/");
        if (range != null) request.addHeader("Range", range);
        var response = new MockHttpServletResponse();
        serving.serve(content, "video/mp4", null, request, response);
        return response;
    }

    @Test
    void addsALateSegmentUnderTheSameLinkAndThrowsNobodyOut() {
        var described = twoParts();
        var meeting = meeting(zoom, described);
        var id = connect(zoom, manager, Map.of("enabled", true));
        var item = imported(id);
        var before = bytes(item, null);
        var length = media.find(item, manager.id()).orElseThrow().length();

        var files = new ArrayList<>(meeting.files());
        var start = meeting.start().plus(Duration.ofMinutes(30));
        files.add(described.file("MP4", VIEW, start, 2, new FileBytes(TestClips.video(2, 3))));
        zoom.account().change(meeting.uuid(), changed -> changed.withFiles(files));
        control.sync(id, manager);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> media.find(item, manager.id()).orElseThrow().version() == 2);
        assertThat(imported(id)).isEqualTo(item);
        assertThat(media.find(item, manager.id()).orElseThrow().length())
                .isCloseTo(length.plusSeconds(2), Duration.ofMillis(200));
        assertThat(bytes(item, 1)).isEqualTo(before);
        assertThat(bytes(item, null)).isEqualTo(bytes(item, 2)).isNotEqualTo(before);
    }

    @Test
    void parksARecordingOfWhichAPartCannotBeJoinedAndLosesNothing() {
        var described = twoParts();
        var meeting = meeting(zoom, described);
        var id = connect(zoom, manager, Map.of("enabled", true));
        var item = imported(id);
        var before = bytes(item, null);

        var files = new ArrayList<>(meeting.files());
        var start = meeting.start().plus(Duration.ofMinutes(30));
        files.add(described.file("MP4", VIEW, start, 2, new FileBytes(TestClips.encrypted(2, 3))));
        zoom.account().change(meeting.uuid(), changed -> changed.withFiles(files));
        control.sync(id, manager);

        await().atMost(Duration.ofSeconds(60)).until(() -> status.of(id).count(RecordingState.FAILED) == 1);
        var parked = only(id).recording();
        assertThat(parked.reason()).isEqualTo("Part 3 cannot be joined: it is encrypted.");
        assertThat(parked.attempts()).isEqualTo(1);
        assertThat(parked.nextAttemptAt()).isNull();
        assertThat(only(id).files()).allMatch(file -> file.state() == FileState.STORED);
        assertThat(parked.mediaIds()).containsExactly(item);
        assertThat(bytes(item, null)).isEqualTo(before);
        assertThat(jdbc.sql("select view, segment, kind, reason from zoom_refused_part where recording_id = ?")
                        .param(parked.id().value())
                        .query()
                        .listOfRows())
                .containsExactly(Map.of("view", VIEW, "segment", 2, "kind", "REFUSE", "reason", "it is encrypted"));
        assertThat(ledger.events(parked.id())).extracting(RecordingEvent::kind).endsWith("join-refused", "parked");
        assertThat(ledger.events(parked.id()))
                .filteredOn(event -> event.kind().equals("join-refused"))
                .singleElement()
                .satisfies(event -> assertThat(event.evidence()).endsWith("part 3 refused: it is encrypted"));
    }

    @Test
    void keepsWhatAnItemIsMadeOf() {
        meeting(zoom, twoParts());
        var item = imported(connect(zoom, manager, Map.of("enabled", true)));

        for (var piece : bytes(item, null).pieces()) {
            assertThatThrownBy(() -> jdbc.sql("delete from blob where id = ?")
                            .param(piece.blob().value())
                            .update())
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void looksAtASegmentForThePoster() {
        meeting(zoom, twoParts());
        var item = imported(connect(zoom, manager, Map.of("enabled", true)));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> media.find(item, manager.id()).orElseThrow().poster() != null);
    }
}
