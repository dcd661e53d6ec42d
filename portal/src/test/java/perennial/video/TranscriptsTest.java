package perennial.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptsTest {
    @Test
    void readsNumberedCuesWithNames() {
        var cues = Transcripts.parse("""
                WEBVTT

                1
                00:00:04.859 --> 00:00:07.410
                Ada Byron: Okay, so we're recording.

                2
                01:00:09.540 --> 01:00:12.990
                We have that set up.
                """);

        assertThat(cues)
                .containsExactly(
                        new Cue(millis(4859), millis(7410), "Ada Byron", "Okay, so we're recording."),
                        new Cue(millis(3_609_540), millis(3_612_990), null, "We have that set up."));
    }

    @Test
    void takesMarksAndLineEndsOfWindows() {
        var text = "\uFEFFWEBVTT\r\n\r\n1\r\n00:00:01.000 --> 00:00:02.000\r\nAda: Hello\r\n\r\n";

        var cues = Transcripts.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(cues).containsExactly(new Cue(millis(1000), millis(2000), "Ada", "Hello"));
    }

    @Test
    void keepsTwoLines() {
        assertThat(Transcripts.parse("WEBVTT\n\n1\n00:01.000 --> 00:02.000\nAda: one\ntwo: three\n"))
                .containsExactly(new Cue(millis(1000), millis(2000), "Ada", "one\ntwo: three"));
    }

    @Test
    void tellsANameWithAColonByItsReturn() {
        var cues =
                Transcripts.parse(cues("Room 3: Berlin: Hello", "Room 3: Berlin: Bye", "Ada: Note: this", "Ada: Hi"));

        assertThat(cues).extracting(Cue::speaker).containsExactly("Room 3: Berlin", "Room 3: Berlin", "Ada", "Ada");
        assertThat(cues).extracting(Cue::text).containsExactly("Hello", "Bye", "Note: this", "Hi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"It starts at 10:30 today", "What now? I say: nothing", "https://example.org/a", "Ada:"})
    void takesNoSentenceForAName(String text) {
        assertThat(Transcripts.parse(cues(text))).containsExactly(new Cue(millis(0), millis(500), null, text));
    }

    @Test
    void leavesNotesStylesAndSettingsOut() {
        var cues = Transcripts.parse("""
                WEBVTT - a title
                Kind: captions

                NOTE
                not a cue
                at all

                STYLE
                ::cue { color: red }

                first
                00:00:01.000 --> 00:00:02.000 align:start position:10%
                <v Ada Byron>Hello <b>you</b> &amp; <i.loud>me</i>, 1 < 2 <script>x</script></v>
                """);

        assertThat(cues)
                .containsExactly(
                        new Cue(millis(1000), millis(2000), "Ada Byron", "Hello you & me, 1 < 2 <script>x</script>"));
    }

    @Test
    void losesOnlyTheBrokenCue() {
        var cues = Transcripts.parse("""
                WEBVTT

                1
                00:00:01.000 -> 00:00:02.000
                lost

                2
                00:00:03.000 --> 00:00:02.000
                its end is before its start
                3
                00:00:04,500 --> 00:00:05,000
                no blank line before it
                """);

        assertThat(cues)
                .containsExactly(
                        new Cue(millis(3000), millis(3000), null, "its end is before its start"),
                        new Cue(millis(4500), millis(5000), null, "no blank line before it"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "WEBVTT", "WEBVTT\n\n", "\uFEFFWEBVTT\r\n\r\n"})
    void readsNothingOutOfNothing(String text) {
        assertThat(Transcripts.parse(text)).isEmpty();
    }

    @Test
    void refusesAWebPage() {
        assertThatThrownBy(() -> Transcripts.parse("<!DOCTYPE html><html></html>"))
                .isInstanceOf(MediaException.NotMedia.class)
                .hasMessage("The transcript is no WebVTT file.");
    }

    @Test
    void isBounded() {
        var endless = InputStream.nullInputStream();
        assertThat(Transcripts.parse(endless)).isEmpty();
        var many = "0:00.000 --> 0:00.001\nx\n\n".repeat(TextFile.LIMIT_ENTRIES + 10);
        assertThat(Transcripts.parse(many)).hasSize(TextFile.LIMIT_ENTRIES);
        var large = " ".repeat(TextFile.LIMIT_BYTES + 1);
        assertThatThrownBy(() -> Transcripts.parse(large)).hasMessage("The transcript is larger than 20 MiB.");
        assertThat(Transcripts.parse(cues("<v ".repeat(200_000)))).hasSize(1);
    }

    @Test
    void readsTheSamples() throws IOException {
        var transcript = Transcripts.parse(Files.readString(Samples.file("transcript-cloud-basic.vtt")));
        assertThat(transcript).hasSizeGreaterThan(15);
        assertThat(transcript.getFirst().speaker()).isEqualTo("Dana Whitfield");
        assertThat(transcript.getFirst().text()).startsWith("Okay, so we're recording.");
        var captions = Transcripts.parse(Files.readString(Samples.file("closed-caption-constructed.vtt")));
        assertThat(captions).hasSize(2);
    }

    private static String cues(String... texts) {
        var out = new StringBuilder("WEBVTT\n");
        for (int i = 0; i < texts.length; i++) {
            out.append("\n%d\n00:%02d.000 --> 00:%02d.500\n%s\n".formatted(i + 1, i, i, texts[i]));
        }
        return out.toString();
    }

    private static Duration millis(long count) {
        return Duration.ofMillis(count);
    }
}
