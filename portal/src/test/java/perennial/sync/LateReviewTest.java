package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.library.Captions;
import perennial.library.ChapterMark;
import perennial.library.Contents;
import perennial.library.LatePart;
import perennial.library.LateParts;
import perennial.library.MediaContent;
import perennial.library.MediaId;
import perennial.library.NotPossible;
import perennial.library.TextEdits;
import perennial.library.VisibleBytes;
import perennial.library.VisibleMedia;
import perennial.people.Person;
import perennial.people.Role;
import perennial.video.TestClips;
import perennial.web.PortalException;
import zoomsim.Simulator;
import zoomsim.account.FileBytes;
import zoomsim.account.Meeting;
import zoomsim.account.RecordingFile;
import zoomsim.account.TextBytes;

/** M4 under moderation: late segments and views wait in review, late words do not, and people's own words win. */
class LateReviewTest extends SyncTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @Autowired
    private VisibleMedia media;

    @Autowired
    private VisibleBytes bytes;

    @Autowired
    private Contents contents;

    @Autowired
    private LateParts late;

    @Autowired
    private TextEdits edits;

    @Autowired
    private Captions captions;

    private Simulator zoom;
    private Person manager;
    private Person moderator;
    private Person viewer;

    @BeforeEach
    void setUp() {
        zoom = zoom();
        manager = people.person(Role.MANAGER);
        moderator = people.person(Role.MODERATOR);
        viewer = people.person(Role.VIEWER);
    }

    private SimulatedMeeting described() {
        return new SimulatedMeeting("Reviewed", zoom.account().owner());
    }

    /** Imported and, as it looks then, approved. */
    private ConnectionId approved(Meeting meeting) {
        zoom.account().put(meeting);
        var id = connect(zoom, manager, Map.of("enabled", true, "publishStatus", "published"));
        atRest(id);
        jdbc.sql("update media set moderated = true, access = 'PORTAL' where id = :id")
                .param("id", item(id).value())
                .update();
        return id;
    }

    private MediaId item(ConnectionId id) {
        return only(id).recording().mediaIds().getFirst();
    }

    private void comes(ConnectionId id, Meeting meeting, List<RecordingFile> files) {
        zoom.account().change(meeting.uuid(), found -> {
            var all = new ArrayList<>(found.files());
            all.addAll(files);
            return found.withFiles(all);
        });
        int before = only(id).files().size();
        control.sync(id, manager);
        await().atMost(PATIENCE)
                .until(() -> only(id).files().size() == before + files.size()
                        && only(id).recording().state() == RecordingState.IMPORTED);
        atRest(id);
    }

    private List<RecordingFile> segment(Duration sinceStart, int look) {
        return described().usual(sinceStart, 2, look).build().files();
    }

    private RecordingFile transcript(Meeting meeting, String words) {
        return described()
                .file(
                        "TRANSCRIPT",
                        "audio_transcript",
                        meeting.files().getFirst().start(),
                        2,
                        new TextBytes("WEBVTT\n\n00:00.500 --> 00:01.000\n%s\n".formatted(words)));
    }

    private MediaContent content(MediaId item) {
        return contents.of(media.find(item, manager.id()).orElseThrow(), manager.id());
    }

    private long seconds(MediaId item) {
        return media.find(item, viewer.id()).orElseThrow().length().toSeconds();
    }

    private List<LatePart> waiting(MediaId item) {
        return late.waiting(moderator).stream()
                .filter(part -> part.media().equals(item))
                .toList();
    }

    private int version(MediaId item) {
        return waiting(item).getFirst().version();
    }

    private long playable(MediaId item, int version, Person by) {
        return bytes.view(item, "active_speaker", version, by.id())
                .orElseThrow()
                .bytes()
                .length();
    }

    @Test
    void aLateSegmentWaitsWhileTheApprovedVideoStaysUpAndLateWordsJoinAtOnce() {
        var meeting = described().view("active_speaker", Duration.ZERO, 2, 1).build();
        var id = approved(meeting);
        var item = item(id);

        comes(id, meeting, segment(AN_HOUR, 2));

        assertThat(seconds(item)).isEqualTo(2);
        assertThat(content(item).chat()).isEmpty();
        assertThat(waiting(item)).hasSize(1);
        var part = waiting(item).getFirst();
        assertThat(part.added())
                .containsExactlyInAnyOrder(
                        new LatePart.Added("active_speaker", 2), new LatePart.Added("audio_only", 2));
        assertThat(part.length().toSeconds()).isEqualTo(4);
        assertThat(playable(item, part.version(), moderator)).isNotEqualTo(playable(item, part.version(), viewer));
        assertThat(ledger.events(only(id).recording().id()).getLast().sentence())
                .contains("waits in review");

        comes(id, meeting, List.of(transcript(meeting, "At last.")));

        assertThat(content(item).captions()).hasSize(1);
        assertThat(seconds(item)).isEqualTo(2);
        assertThat(waiting(item)).hasSize(1);

        late.approve(item, moderator, version(item));

        assertThat(waiting(item)).isEmpty();
        assertThat(seconds(item)).isEqualTo(4);
        assertThat(content(item).chat()).hasSize(1);
        assertThat(content(item).captions()).hasSize(1);
        assertThat(only(id).recording().mediaIds()).containsExactly(item);

        // Nothing is new about it then.
        actions.importAgain(only(id).recording().id(), manager);
        await().atMost(PATIENCE).until(() -> only(id).recording().state() == RecordingState.IMPORTED);
        assertThat(waiting(item)).isEmpty();
        assertThat(seconds(item)).isEqualTo(4);
    }

    @Test
    void whatWasRefusedStaysOutAndALaterViewAsksAnew() {
        var meeting = described().usual(Duration.ZERO, 2, 1).build();
        var id = approved(meeting);
        var item = item(id);
        comes(id, meeting, segment(AN_HOUR, 2));
        assertThatThrownBy(() -> late.refuse(item, moderator, version(item), " "))
                .isInstanceOf(NotPossible.class);
        assertThatThrownBy(() -> late.refuse(item, viewer, version(item), "No."))
                .isInstanceOf(PortalException.class);
        assertThatThrownBy(() -> late.approve(item, viewer, version(item))).isInstanceOf(PortalException.class);

        late.refuse(item, moderator, version(item), "It shows the corridor.");

        assertThat(waiting(item)).isEmpty();
        actions.importAgain(only(id).recording().id(), manager);
        await().atMost(PATIENCE).until(() -> only(id).recording().state() == RecordingState.IMPORTED);
        assertThat(waiting(item)).isEmpty();
        assertThat(seconds(item)).isEqualTo(2);

        var gallery = described().file("MP4", "gallery_view", meeting.start(), 2, new FileBytes(TestClips.video(2, 3)));
        comes(id, meeting, List.of(gallery));
        assertThat(content(item).views()).hasSize(1);
        assertThat(waiting(item)).singleElement().satisfies(part -> {
            assertThat(part.added()).containsExactly(new LatePart.Added("gallery_view", 1));
            assertThat(part.length().toSeconds()).isEqualTo(2);
        });
    }

    @Test
    void anAuthorDoesNotApproveTheirOwn() {
        var meeting = described().usual(Duration.ZERO, 2, 1).build();
        var id = approved(meeting);
        comes(id, meeting, segment(AN_HOUR, 2));

        assertThatThrownBy(() -> late.approve(item(id), manager, version(item(id))))
                .isInstanceOf(NotPossible.class)
                .hasMessageContaining("your own");
    }

    /** The late segment comes first in time, so that everything behind it moves. */
    @Test
    void whatPeopleWroteWinsAndMovesWithItsSegment() {
        var meeting = described().usual(AN_HOUR, 2, 1).build();
        var id = approved(meeting);
        var item = item(id);
        edits.chapters(item, manager, List.of(new ChapterMark(Duration.ofMillis(500), "By hand")));
        captions.put(item, manager, "und", "WEBVTT\n\n00:00.800 --> 00:00.900\nby hand\n");

        comes(id, meeting, List.of(transcript(meeting, "by Zoom")));
        assertThat(content(item).chapters()).containsExactly(new ChapterMark(Duration.ofMillis(500), "By hand"));
        assertThat(spoken(item)).containsExactly("800 by hand");

        comes(id, meeting, segment(Duration.ZERO, 2));
        edits.chapters(
                item,
                manager,
                List.of(
                        new ChapterMark(Duration.ofMillis(500), "By hand"),
                        new ChapterMark(Duration.ofMillis(700), "While it waited")));
        late.approve(item, moderator, version(item));

        long moved = content(item).chapters().get(1).start().toMillis() - 500;
        assertThat(moved).isBetween(1_900L, 2_200L);
        assertThat(content(item).chapters())
                .containsExactly(
                        new ChapterMark(Duration.ZERO, "Part 1"),
                        new ChapterMark(Duration.ofMillis(moved + 500), "By hand"),
                        new ChapterMark(Duration.ofMillis(moved + 700), "While it waited"));
        assertThat(spoken(item)).containsExactly((moved + 800) + " by hand");
    }

    private List<String> spoken(MediaId item) {
        return bytes.captions(item, "und", viewer.id()).orElseThrow().stream()
                .map(line -> line.start().toMillis() + " " + line.text())
                .toList();
    }
}
