package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import zoomsim.account.TextBytes;
import zoomsim.http.LoggedRequest;
import zoomsim.webhook.Attempt;
import zoomsim.webhook.Mishap;

/** What Zoom's calls bring about: a meeting comes in as soon as it is there, whatever happens to the calls (S2). */
class WebhooksTest extends WebhookTest {
    @Test
    void bringsAMeetingInAsSoonAsZoomSaysThatItIsThere() {
        var meeting = meeting(zoom, usual("Just over"));

        awaitImported(1);

        assertThat(answers(1)).containsExactly(200);
        assertSameBytes(meeting, only(id));
        assertThat(only(id).recording().mediaIds()).hasSize(1);
        assertThat(lists()).isZero();
    }

    @Test
    void makesNothingTwiceOutOfRepeatedCalls() {
        double repeated = counted("repeated");
        zoom.webhooks().mishaps().next(1, "recording.completed", new Mishap.Doubled());
        var meeting = meeting(zoom, usual("Doubled"));
        awaitImported(1);
        assertThat(answers(2)).containsExactly(200, 200);

        zoom.events().say("recording.completed", meeting);

        assertThat(answers(3)).containsExactly(200, 200, 200);
        assertThat(counted("repeated")).isEqualTo(repeated + 1);
        await().atMost(PATIENCE).until(() -> looksLeft() == 0);
        assertThat(only(id).recording().mediaIds()).hasSize(1);
        assertSameBytes(meeting, only(id));
    }

    /** N. */
    @Test
    void costsOneCallToZoomForEachRecording() {
        var described = new SimulatedMeeting("Spoken", zoom.account().owner());
        var meeting = meeting(zoom, described.view("active_speaker", Duration.ZERO, 2, 1));
        awaitImported(1);
        assertThat(calls()).hasSize(1);

        var transcript = described.file(
                "TRANSCRIPT",
                "audio_transcript",
                meeting.start(),
                2,
                new TextBytes("WEBVTT\n\n00:00.500 --> 00:01.000\nHi\n"));
        zoom.account().change(meeting.uuid(), found -> with(found, transcript));

        await().atMost(PATIENCE)
                .until(() -> only(id).files().size() == 2 && status.of(id).count(RecordingState.IMPORTED) == 1);
        assertThat(calls()).hasSize(2);
        assertThat(jdbc.sql("select count(*) from zoom_answer")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void asksNothingWhileSomebodyHasPausedIt() {
        control.pause(id, manager);
        zoom.requests().clear();

        meeting(zoom, usual("Later"));

        assertThat(answers(1)).containsExactly(200);
        awaitLooked();
        assertThat(calls()).isEmpty();
        assertThat(looksLeft()).isEqualTo(1);

        control.sync(id, manager);
        awaitImported(1);
        await().atMost(PATIENCE).until(() -> looksLeft() == 0);
    }

    @Test
    void asksNothingWhileTheDiskIsFull() {
        var run = runs.begin(id, connections.require(id).wanted());
        runs.pause(id, "The disk is full.");

        meeting(zoom, usual("Later"));

        assertThat(answers(1)).containsExactly(200);
        awaitLooked();
        assertThat(calls()).isEmpty();
        assertThat(looksLeft()).isEqualTo(1);

        runs.end(run, RunState.FINISHED, "");
        control.sync(id, manager);
        awaitImported(1);
        await().atMost(PATIENCE).until(() -> looksLeft() == 0);
    }

    @Autowired
    private Runs runs;

    private List<LoggedRequest> calls() {
        return zoom.requests().matching(request -> request.path().startsWith("/v2/"));
    }

    /** The job of the look has run, and does not run now. */
    private void awaitLooked() {
        await().atMost(PATIENCE).until(() -> jdbc.sql("""
                                select exists (select 1 from zoom_look where served = wanted and served > 0)
                                    and not exists (select 1 from scheduled_tasks
                                                    where task_name = 'sync.look' and (picked or execution_time <= now()))""").query(Boolean.class).single());
    }

    @Test
    void findsByItselfWhatWasLost() {
        zoom.webhooks().mishaps().next(1, "recording.completed", new Mishap.Lost());
        var meeting = meeting(zoom, usual("Lost"));
        assertThat(zoom.webhooks().attempts()).isEmpty();

        control.sync(id, manager);

        awaitImported(1);
        assertSameBytes(meeting, only(id));
    }

    @Test
    void takesEventsInAnyOrderAndHoursLater() {
        zoom.webhooks().mishaps().next(1, "recording.completed", new Mishap.Overtaken());
        zoom.webhooks().mishaps().next(1, "recording.completed", new Mishap.Late(Duration.ofMinutes(4)));
        var first = meeting(zoom, usual("Overtaken"));
        meeting(zoom, usual("Late"));
        meeting(zoom, usual("In time"));
        awaitImported(2);

        zoom.clock().advance(Duration.ofMinutes(4));

        awaitImported(3);
        assertThat(answers(3)).containsOnly(200);
        assertThat(entries(id)).extracting(each -> each.recording().uuid()).contains(first.uuid());
    }

    @Test
    void joinsATranscriptThatComesHoursLaterToTheSameItem() {
        var described = new SimulatedMeeting("Spoken", zoom.account().owner());
        var meeting = meeting(zoom, described.view("active_speaker", Duration.ZERO, 2, 1));
        awaitImported(1);
        var item = only(id).recording().mediaIds();

        var transcript = described.file(
                "TRANSCRIPT",
                "audio_transcript",
                meeting.start(),
                2,
                new TextBytes("WEBVTT\n\n1\n00:00:00.500 --> 00:00:01.500\nMira Valdez: At last.\n"));
        zoom.account().change(meeting.uuid(), found -> with(found, transcript));

        await().atMost(PATIENCE)
                .until(() -> only(id).files().size() == 2 && status.of(id).count(RecordingState.IMPORTED) == 1);
        assertThat(only(id).recording().mediaIds()).isEqualTo(item);
        assertThat(zoom.webhooks().attempts())
                .extracting(Attempt::event)
                .containsExactly("recording.completed", "recording.transcript_completed");
        assertThat(lists()).isZero();
    }

    /** M2: the chat's clock runs on while the recording is paused, the video does not. */
    @Test
    void takesPausesOutOfTheChatsTime() {
        var described = new SimulatedMeeting("Paused", zoom.account().owner()).startedAgo(Duration.ofSeconds(5));
        described.view("active_speaker", Duration.ZERO, 12, 1);
        described.add(
                "CHAT", "chat_file", Duration.ZERO, 12, new TextBytes("00:00:28\tMira Valdez:\tAfter the break\n"));
        var meeting = described.build();
        zoom.events().say("recording.paused", meeting);
        zoom.clock().advance(Duration.ofSeconds(20));
        zoom.events().say("recording.resumed", meeting);

        zoom.account().put(meeting);
        awaitImported(1);

        assertThat(chatTimes())
                .singleElement()
                .satisfies(at -> assertThat(at).isBetween(Duration.ofMillis(6_500), Duration.ofMillis(9_500)));

        // One that Zoom tells of afterwards moves it once more.
        zoom.events().say("recording.paused", described.build(meeting.uuid()));
        await().atMost(PATIENCE)
                .until(() -> status.of(id).count(RecordingState.IMPORTED) == 1
                        && ledger.events(only(id).recording().id()).stream()
                                        .filter(event -> event.kind().equals("imported"))
                                        .count()
                                == 2);
    }

    private List<Duration> chatTimes() {
        return jdbc.sql("""
                        select c.at_ms from chat_message c join media m on m.id = c.media and m.version = c.version
                        where m.id = :id""")
                .param("id", only(id).recording().mediaIds().getFirst().value())
                .query((row, n) -> Duration.ofMillis(row.getLong("at_ms")))
                .list();
    }

    @Test
    void showsThatTheAppWasTakenAwayUntilTheNextCheck() {
        zoom.events().deauthorize(zoom.tokens());

        await().atMost(PATIENCE).until(() -> status.of(id).authorization().status() == Authorization.Status.REFUSED);

        control.sync(id, manager);
        await().atMost(PATIENCE).until(() -> status.of(id).authorization().status() == Authorization.Status.AUTHORIZED);
    }

    @Test
    void queuesNothingWhileItIsOff() {
        connections.switchTo(id, false, manager);

        meeting(zoom, usual("Off"));

        assertThat(answers(1)).containsExactly(200);
        assertThat(looksLeft()).isZero();
        assertThat(rows.find(id).orElseThrow().wanted())
                .isEqualTo(connections.require(id).wanted());
    }

    @Test
    void leavesOthersMeetingsAlone() {
        connections.change(id, Map.of("users", List.of("priya.raman@northwind.example")), manager);
        atRest(id);

        meeting(zoom, usual("Of somebody else"));

        assertThat(answers(1)).containsExactly(200);
        await().atMost(PATIENCE).until(() -> looksLeft() == 0);
        assertThat(entries(id)).isEmpty();
    }
}
