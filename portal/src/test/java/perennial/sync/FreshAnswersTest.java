package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.people.Role;

class FreshAnswersTest extends SyncTest {
    @Autowired
    private FreshAnswers answers;

    @Autowired
    private Schedule schedule;

    private RecordingId recording;

    /** A rule leaves the recording at Zoom, so nobody takes its answer. */
    @BeforeEach
    void recorded() {
        var zoom = zoom();
        meeting(zoom, new SimulatedMeeting("Left", zoom.account().owner()).usual(Duration.ZERO, 2, 1));
        var id = connect(
                zoom, people.person(Role.MANAGER), Map.of("enabled", true, "topicInclude", "none is called so"));
        atRest(id);
        recording = only(id).recording().id();
    }

    @Test
    void givesNothingWhereTheAnswerCannotBeOpened() {
        keep("now()");

        assertThat(answers.take(recording)).isEmpty();
        assertThat(kept()).isZero();
    }

    @Test
    void areForgottenWhenNobodyTakesThem() {
        keep("now() - interval '3 minutes'");

        schedule.askForAll();

        assertThat(kept()).isZero();
    }

    private void keep(String readAt) {
        jdbc.sql("insert into zoom_answer (recording_id, answer, read_at) values (:id, 'v1.broken', %s)"
                        .formatted(readAt))
                .param("id", recording.value())
                .update();
    }

    private int kept() {
        return jdbc.sql("select count(*) from zoom_answer where recording_id = :id")
                .param("id", recording.value())
                .query(Integer.class)
                .single();
    }
}
