package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingReferenceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "84512309921",
                "  845 1230 9921 ",
                "845-1230-9921",
                "https://zoom.us/j/84512309921?pwd=abc",
                "https://us02web.zoom.us/recording?search=84512309921"
            })
    void takesAMeetingIdAsPeoplePasteIt(String text) {
        assertThat(RecordingReference.parse(text)).contains(new RecordingReference.MeetingId(84512309921L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ajXp112QmuoKj48548750==",
                "https://zoom.us/recording/detail?meeting_id=%2FajXp112QmuoKj48548750%3D%3D",
                "https://zoom.us/recording/detail?x=1&meeting_id=%2FajXp112QmuoKj48548750%3D%3D#top"
            })
    void takesAUuidAloneOrInALink(String text) {
        assertThat(RecordingReference.parse(text)).contains(new RecordingReference.Uuid("/ajXp112QmuoKj48548750=="));
    }

    @Test
    void takesWhatACompatibleServerMayUseAsAnId() {
        assertThat(RecordingReference.parse("0f8fad5b-d9cb-469f-a165-70867728950e"))
                .contains(new RecordingReference.Uuid("0f8fad5b-d9cb-469f-a165-70867728950e"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "budget review",
                "1234",
                "https://zoom.us/rec/share/4n0pQ.r5tUv",
                "https://zoom.us/%zz",
                "../../etc/passwd",
                "javascript://845"
            })
    void namesNothingElse(String text) {
        assertThat(RecordingReference.parse(text)).isEmpty();
    }
}
