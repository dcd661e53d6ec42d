package perennial.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebVttTest {
    @Test
    void writesNamesAndTimes() {
        assertThat(WebVtt.write(List.of(
                        new Cue(Duration.ofMillis(4859), Duration.ofMillis(7410), "Ada Byron", "Hello\nyou"),
                        new Cue(Duration.ofHours(101), Duration.ofHours(102), null, "late"))))
                .isEqualTo("""
                        WEBVTT

                        00:00:04.859 --> 00:00:07.410
                        <v Ada Byron>Hello
                        you</v>

                        101:00:00.000 --> 102:00:00.000
                        late
                        """);
    }

    @Test
    void letsNoMarkupThrough() {
        var hostile = new Cue(
                Duration.ZERO,
                Duration.ofSeconds(1),
                "<c.x>\n\nEve",
                "<script>alert(1)</script> --> & \u0007\u202Ebad\r\n\r\n00:00:00.000 --> 00:00:09.000\nmore");

        assertThat(WebVtt.write(List.of(hostile))).isEqualTo("""
                WEBVTT

                00:00:00.000 --> 00:00:01.000
                <v &lt;c.x&gt;  Eve>&lt;script&gt;alert(1)&lt;/script&gt; --&gt; &amp;   bad
                00:00:00.000 --&gt; 00:00:09.000
                more</v>
                """);
    }

    @Test
    void isReadBackAsItWas() {
        var cues = List.of(
                new Cue(Duration.ZERO, Duration.ofSeconds(1), "A & B <x>", "1 < 2 && 3 > 2"),
                new Cue(Duration.ofSeconds(1), Duration.ofSeconds(2), null, "&amp; stays"));

        assertThat(Transcripts.parse(WebVtt.write(cues))).isEqualTo(cues);
    }

    @Test
    void showsAMomentFollowedByNothingForALittle() {
        assertThat(WebVtt.write(List.of(
                        new Cue(Duration.ZERO, Duration.ZERO, null, "x"),
                        new Cue(Duration.ZERO, Duration.ZERO, null, " "))))
                .isEqualTo("WEBVTT\n\n00:00:00.000 --> 00:00:00.001\nx\n");
    }
}
