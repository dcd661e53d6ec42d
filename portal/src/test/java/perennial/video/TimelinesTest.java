package perennial.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelinesTest {
    @Test
    void tellsWhoSpeaksWhen() {
        var timeline = Timelines.parse("""
                {"timeline": [
                  {"ts": "00:00:02.500", "users": [{"username": "Ada"}, {"username": "Mary"}, {"username": "Ada"}]},
                  {"ts": "nonsense", "users": [{"username": "Ada"}]},
                  {"ts": "00:00:04.750", "users": []},
                  {"ts": "00:00:05.000"},
                  {"ts": "00:00:06.000", "users": [{"username": null}, {}, 7]}
                ]}""");

        assertThat(timeline)
                .containsExactly(
                        new Speaking(Duration.ofMillis(2500), List.of("Ada", "Mary")),
                        new Speaking(Duration.ofMillis(4750), List.of()),
                        new Speaking(Duration.ofMillis(5000), List.of()),
                        new Speaking(Duration.ofMillis(6000), List.of()));
    }

    @Test
    void readsNothingOutOfNothing() {
        assertThat(Timelines.parse("")).isEmpty();
        assertThat(Timelines.parse("{}")).isEmpty();
        assertThat(Timelines.parse("[]")).isEmpty();
        assertThat(Timelines.parse("{\"timeline\": null}")).isEmpty();
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatThrownBy(() -> Timelines.parse("<html>")).isInstanceOf(MediaException.NotMedia.class);
        assertThatThrownBy(() -> Timelines.parse("[".repeat(100_000))).isInstanceOf(MediaException.NotMedia.class);
    }

    @Test
    void readsTheSample() throws IOException {
        var timeline = Timelines.parse(Files.readString(Samples.file("timeline-three-speakers.json")));

        assertThat(timeline.getFirst()).isEqualTo(new Speaking(Duration.ofSeconds(2), List.of("Ines Koval")));
        assertThat(timeline.stream().flatMap(entry -> entry.names().stream())).contains("Ines Koval", "Arun Desai");
    }
}
