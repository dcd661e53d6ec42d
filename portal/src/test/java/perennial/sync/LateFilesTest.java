package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.library.Contents;
import perennial.library.MediaContent;
import perennial.library.MediaId;
import perennial.library.VisibleMedia;
import perennial.people.Person;
import perennial.people.Role;
import zoomsim.Simulator;
import zoomsim.account.Meeting;
import zoomsim.account.RecordingFile;
import zoomsim.account.TextBytes;
import zoomsim.webhook.Target;

/** What comes hours or days after a recording joins its item, under its link (M4). The simulator's time is played forward. */
class LateFilesTest extends SyncTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private VisibleMedia media;

    @Autowired
    private Contents contents;

    private Simulator zoom;
    private Person manager;
    private ConnectionId id;

    @BeforeEach
    void connect() {
        zoom = zoom();
        manager = people.person(Role.MANAGER);
        id = connect(zoom, manager, Map.of("enabled", true, "webhookSecret", "hush", "publishStatus", "published"));
        atRest(id);
        URI address = at("/api/v1/zoom/webhooks/" + id);
        zoom.webhooks().target(new Target(address, "hush"));
    }

    private MediaContent content(MediaId item) {
        return contents.of(media.find(item, manager.id()).orElseThrow(), manager.id());
    }

    private Duration length(MediaId item) {
        return media.find(item, manager.id()).orElseThrow().length();
    }

    private MediaId imported() {
        await().atMost(PATIENCE).until(() -> status.of(id).count(RecordingState.IMPORTED) == 1);
        return only(id).recording().mediaIds().getFirst();
    }

    private void later(Meeting meeting, Duration after, RecordingFile... files) {
        zoom.clock()
                .agenda()
                .at(
                        zoom.clock().instant().plus(after),
                        () -> zoom.account().change(meeting.uuid(), found -> {
                            var all = new ArrayList<>(found.files());
                            all.addAll(List.of(files));
                            return found.withFiles(all);
                        }));
    }

    @Test
    void joinsASegmentOfTheNextDayToTheSameVideo() {
        var described = new SimulatedMeeting("Two days", zoom.account().owner()).usual(Duration.ZERO, 2, 1);
        var meeting = meeting(zoom, described);
        var nextDay = new SimulatedMeeting("Two days", zoom.account().owner())
                .usual(Duration.ofDays(1), 3, 2)
                .build();
        later(meeting, Duration.ofDays(1), nextDay.files().toArray(RecordingFile[]::new));
        var item = imported();
        assertThat(length(item)).isBetween(Duration.ofMillis(1_500), Duration.ofMillis(2_500));
        people.describe(item, manager, "Named by hand", "");

        // A day ahead of the portal, its webhooks would be refused; a sync finds it as well.
        zoom.webhooks().target(null);
        zoom.clock().advance(Duration.ofDays(1));
        control.sync(id, manager);

        await().atMost(PATIENCE).until(() -> length(item).compareTo(Duration.ofMillis(4_500)) > 0);
        atRest(id);
        assertThat(only(id).recording().mediaIds()).containsExactly(item);
        assertThat(only(id).files()).hasSize(8).allMatch(file -> file.state() == FileState.STORED);
        assertThat(media.find(item, manager.id()).orElseThrow().title()).isEqualTo("Named by hand");
        assertThat(content(item).chapters()).hasSize(2);
    }

    @Test
    void joinsATranscriptThatComesMinutesLater() {
        var described =
                new SimulatedMeeting("Words later", zoom.account().owner()).view("active_speaker", Duration.ZERO, 2, 1);
        var meeting = meeting(zoom, described);
        later(
                meeting,
                Duration.ofMinutes(4),
                described.file(
                        "TRANSCRIPT",
                        "audio_transcript",
                        meeting.start(),
                        2,
                        new TextBytes("WEBVTT\n\n1\n00:00:00.500 --> 00:00:01.500\nMira Valdez: At last.\n")));
        var item = imported();
        assertThat(content(item).captions()).isEmpty();

        zoom.clock().advance(Duration.ofMinutes(4));

        await().atMost(PATIENCE).until(() -> !content(item).captions().isEmpty());
        assertThat(only(id).recording().mediaIds()).containsExactly(item);
    }

    @Test
    void bringsInAMeetingThatBeginsAndEndsAtZoom() {
        var live = zoom.live();
        var meeting = live.start(null, "Live", null);
        zoom.clock().advance(Duration.ofSeconds(90));
        live.stop(meeting.uuid());
        live.end(meeting.uuid(), Duration.ofSeconds(60), null);
        assertThat(entries(id)).isEmpty();

        zoom.clock().advance(Duration.ofSeconds(61));

        var item = imported();
        assertThat(length(item)).isBetween(Duration.ofSeconds(88), Duration.ofSeconds(92));
        assertThat(zoom.webhooks().attempts())
                .extracting(attempt -> attempt.event() + " " + attempt.status())
                .contains("recording.started 200", "recording.stopped 200", "recording.completed 200");
    }
}
