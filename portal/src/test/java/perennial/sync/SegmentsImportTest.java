package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.library.ChapterMark;
import perennial.library.ChatLine;
import perennial.library.Contents;
import perennial.library.MediaContent;
import perennial.library.MediaId;
import perennial.library.VisibleMedia;
import perennial.people.Person;
import perennial.people.Role;
import zoomsim.Simulator;
import zoomsim.account.TextBytes;

/** Several segments, several views, and files that come late (M1, M2, M4). */
class SegmentsImportTest extends SyncTest {
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    @Autowired
    private VisibleMedia media;

    @Autowired
    private Contents contents;

    private Simulator zoom;
    private Person manager;

    @BeforeEach
    void setUp() {
        zoom = zoom();
        manager = people.person(Role.MANAGER);
    }

    private MediaContent content(MediaId id) {
        return contents.of(media.find(id, manager.id()).orElseThrow(), manager.id());
    }

    private SimulatedMeeting threeParts() {
        return new SimulatedMeeting("Three parts", zoom.account().owner())
                .usual(Duration.ofMinutes(1), 2, 1)
                .usual(Duration.ofMinutes(10), 3, 2)
                .view("shared_screen", Duration.ofMinutes(10), 3, 4)
                .usual(Duration.ofMinutes(20), 2, 3);
    }

    @Test
    void joinsTheSegmentsOfARecording() {
        var meeting = meeting(zoom, threeParts());
        var id = connect(zoom, manager, Map.of("enabled", true));

        assertThat(atRest(id).syncProcess()).isEqualTo(SyncProcess.FINISHED);
        assertSameBytes(meeting, only(id));
        var mediaIds = only(id).recording().mediaIds();
        assertThat(mediaIds).hasSize(1);
        var content = content(mediaIds.getFirst());
        assertThat(media.find(mediaIds.getFirst(), manager.id()).orElseThrow().length())
                .isBetween(Duration.ofSeconds(7), Duration.ofMillis(7_500));
        assertThat(content.views())
                .extracting(MediaContent.View::name)
                .containsExactly("active_speaker", "shared_screen");
        assertThat(content.chapters()).extracting(ChapterMark::title).containsExactly("Part 1", "Part 2", "Part 3");
        var starts = content.chapters().stream().map(ChapterMark::start).toList();
        assertThat(starts.get(1)).isCloseTo(Duration.ofSeconds(2), HALF_A_SECOND);
        assertThat(starts.get(2)).isCloseTo(Duration.ofSeconds(5), HALF_A_SECOND);
        assertThat(content.chat())
                .extracting(ChatLine::text)
                .containsExactly("chat of look 1", "chat of look 2", "chat of look 3");
        assertThat(content.chat().getLast().at()).isEqualTo(starts.get(2).plusSeconds(1));
        assertThat(content.originals()).hasSize(13);
    }

    @Test
    void makesAnItemOfEachSegmentWhenItIsNotToConcatenate() {
        meeting(zoom, threeParts());
        var id = connect(zoom, manager, Map.of("enabled", true, "concatenate", false));

        assertThat(atRest(id).syncProcess()).isEqualTo(SyncProcess.FINISHED);
        var mediaIds = only(id).recording().mediaIds();
        assertThat(mediaIds).hasSize(3);
        var chats = mediaIds.stream()
                .map(this::content)
                .flatMap(content -> content.chat().stream().map(ChatLine::text))
                .toList();
        assertThat(chats).containsExactly("chat of look 1", "chat of look 2", "chat of look 3");
        assertThat(content(mediaIds.get(1)).views()).hasSize(2);
    }

    @Test
    void addsATranscriptThatComesLaterUnderTheSameLink() {
        var described =
                new SimulatedMeeting("Late", zoom.account().owner()).view("active_speaker", Duration.ZERO, 2, 1);
        var meeting = meeting(zoom, described);
        var id = connect(zoom, manager, Map.of("enabled", true));
        atRest(id);
        var before = only(id).recording().mediaIds();
        assertThat(content(before.getFirst()).captions()).isEmpty();

        var text = new TextBytes("WEBVTT\n\n1\n00:00:00.500 --> 00:00:01.500\nMira Valdez: Late words.\n");
        var files = new ArrayList<>(meeting.files());
        files.add(described.file("TRANSCRIPT", "audio_transcript", meeting.start(), 2, text));
        zoom.account().change(meeting.uuid(), changed -> changed.withFiles(files));
        control.sync(id, manager);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> !content(before.getFirst()).captions().isEmpty());
        atRest(id);
        assertThat(only(id).recording().mediaIds()).isEqualTo(before);
        assertThat(status.of(id).count(RecordingState.IMPORTED)).isEqualTo(1);
    }

    @Test
    void takesOnlyTheViewsThatAreAskedFor() {
        meeting(zoom, threeParts());
        var id = connect(zoom, manager, Map.of("enabled", true, "views", List.of("active_speaker")));

        assertThat(atRest(id).syncProcess()).isEqualTo(SyncProcess.FINISHED);
        var content = content(only(id).recording().mediaIds().getFirst());
        assertThat(content.views()).extracting(MediaContent.View::name).containsExactly("active_speaker");
        assertThat(only(id).files())
                .filteredOn(file -> file.state() == FileState.LEFT_OUT)
                .hasSize(1);
    }

    @Test
    void playsASoundRecordingToo() {
        meeting(
                zoom,
                new SimulatedMeeting("Sound", zoom.account().owner())
                        .add(
                                "M4A",
                                "audio_only",
                                Duration.ZERO,
                                2,
                                new zoomsim.account.FileBytes(perennial.video.TestClips.sound(2, 1))));
        var id = connect(zoom, manager, Map.of("enabled", true));

        assertThat(atRest(id).syncProcess()).isEqualTo(SyncProcess.FINISHED);
        assertThat(content(only(id).recording().mediaIds().getFirst()).audioOnly())
                .isTrue();
    }
}
