package perennial.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.library.SummaryFile;
import perennial.storage.BlobId;
import perennial.watch.Summary.Point;

/** The layouts of summaries that are known, and what is made of any other. */
class SummaryTest {
    private static final SummaryFile SUMMARY = new SummaryFile(false, BlobId.random(), 1);
    private static final SummaryFile STEPS = new SummaryFile(true, BlobId.random(), 1);

    @Test
    void readsTheFileOfARecording() {
        var summary = Summary.of(List.of(SUMMARY), List.of("""
                {"overall_summary": " Three bets. ", "items": [
                  {"label": "Numbers", "start_time": "00:00:30.000", "summary": "Four percent under.", "short_summary": ""},
                  {"label": "Owners", "summary": "", "short_summary": "Fixed."}]}"""));

        assertThat(summary.overview()).isEqualTo("Three bets.");
        assertThat(summary.points())
                .containsExactly(new Point("Numbers", "Four percent under."), new Point("Owners", "Fixed."));
        assertThat(summary.nextSteps()).isEmpty();
    }

    @Test
    void readsWhatTheMeetingSummaryOfTheApiLooksLike() {
        var summary = Summary.of(List.of(SUMMARY), List.of("""
                {"summary_overview": "Short.", "summary_details": [{"label": "A", "summary": "b"}], "next_steps": ["Hire two."]}"""));

        assertThat(summary).isEqualTo(new Summary("Short.", List.of(new Point("A", "b")), List.of("Hire two.")));
    }

    @Test
    void takesTheFirstOverviewAndAllPointsOfSeveralParts() {
        var summary = Summary.of(
                List.of(SUMMARY, SUMMARY, STEPS),
                List.of(
                        "{\"overall_summary\": \"One\", \"items\": [{\"label\": \"A\", \"summary\": \"a\"}]}",
                        "{\"overall_summary\": \"Two\", \"items\": [{\"label\": \"B\", \"summary\": \"b\"}]}",
                        "{\"items\": [{\"label\": \"x\", \"summary\": \"Call Petra\"}, \"Book the room\"]}"));

        assertThat(summary.overview()).isEqualTo("One");
        assertThat(summary.points()).hasSize(2);
        assertThat(summary.nextSteps()).containsExactly("Call Petra", "Book the room");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "\"text\"",
                "{\"items\": {\"label\": 1}, \"next_steps\": 3}",
                "<html>",
                "{\"overall_summary\": null"
            })
    void makesNothingOfWhatItDoesNotKnow(String text) {
        assertThat(Summary.of(List.of(SUMMARY), List.of(text))).isEqualTo(Summary.NONE);
    }
}
