package perennial.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingReaderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void readsAPageWithAllItsOddEntries() {
        var page = page();

        assertThat(page.from()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(page.to()).isEqualTo(LocalDate.of(2026, 3, 30));
        assertThat(page.next()).isEqualTo("w7587w4eiyfsudgk");
        assertThat(page.meetings())
                .extracting(Recording::uuid)
                .containsExactly("/ajXp112QmuoKj4854875==", "4444AAAiAAAAAiAiAiiAii==", "dbHa//VmTeCJm7xG5lQwBw==");
    }

    @Test
    void namesWhatItCannotRead() {
        assertThat(page().unreadable())
                .containsExactly(
                        "An entry without a UUID, meeting 85746065432, \"no uuid\"",
                        "Recording bm8gdGltZSBhdCBhbGwhIQ== has no time",
                        "An entry without a UUID");
    }

    @Test
    void readsNumbersThatAreText() {
        var recording = page().meetings().getFirst();

        assertThat(recording.meetingId()).isEqualTo(85746065432L);
        assertThat(recording.type()).isEqualTo(8);
        assertThat(recording.files().get(1).size()).isEqualTo(1024L);
    }

    @Test
    void readsAMeeting() {
        var recording = page().meetings().getFirst();

        assertThat(recording.topic()).isEqualTo("مراجعة الأسبوع 📈");
        assertThat(recording.start()).isEqualTo(Instant.parse("2026-03-29T08:00:00Z"));
        assertThat(recording.timezone()).isNull();
        assertThat(recording.duration()).isEqualTo(Duration.ofMinutes(61));
        assertThat(recording.autoDeleteDate()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(recording.processing()).isTrue();
    }

    @Test
    void takesTheTimeOfTheFirstFileWhereTheMeetingHasNone() {
        var recording = page().meetings().get(1);

        assertThat(recording.start()).isEqualTo(Instant.parse("2026-03-12T09:00:00Z"));
        assertThat(recording.topic()).isEmpty();
        assertThat(recording.duration()).isZero();
    }

    @Test
    void keepsAMeetingWithoutFiles() {
        var recording = page().meetings().get(2);

        assertThat(recording.files()).isEmpty();
        assertThat(recording.processing()).isFalse();
        assertThat(recording.duration()).isZero();
    }

    @Test
    void keepsEveryFileOfWhateverKind() {
        assertThat(page().meetings().getFirst().files())
                .extracting(file -> file.fileType() + "." + file.extension() + " " + file.processing())
                .containsExactly(
                        "MP4.MP4 false",
                        "MP4.MP4 false",
                        "TIMELINE.JSON false",
                        "HOLOGRAM.HOLO false",
                        ". true",
                        "M4A.M4A true",
                        "MP4.MP4 false");
    }

    @Test
    void takesSizeZeroAsNotGiven() {
        var files = page().meetings().getFirst().files();

        assertThat(files)
                .extracting(RecordingFile::size)
                .containsExactly(734003200L, 1024L, null, null, null, null, null);
    }

    @Test
    void namesAFileThatHasNoId() {
        var timeline = page().meetings().getFirst().files().get(2);

        assertThat(timeline.key()).isEqualTo("TIMELINE||2026-03-29T08:01:10Z");
    }

    @Test
    void encodesWhatAnAddressMustNotHold() {
        var second = page().meetings().getFirst().files().get(1);

        assertThat(second.downloadUrl()).isEqualTo(URI.create("https://us02web.zoom.us/rec/download/two%20b.%C3%A9"));
    }

    @Test
    void knowsFilesOfOnPremiseRecorders() {
        var file = page().meetings().getFirst().files().getLast();

        assertThat(file.downloadUrl()).isNull();
        assertThat(file.filePath()).isEqualTo("/mnt/recorder/1.mp4");
    }

    @Test
    void addsTheAudioOfEachParticipant() throws Exception {
        var recording = RecordingReader.recording(Json.read(Fixtures.read("recording.json")));

        assertThat(recording.hostEmail()).isEqualTo("lena.host@example.com");
        assertThat(recording.files())
                .extracting(RecordingFile::participantAudio)
                .containsExactly(false, true, true);
        assertThat(recording.files()).extracting(RecordingFile::key).doesNotHaveDuplicates();
        assertThat(recording.files().getLast().key())
                .isEqualTo("M4A|audio_only_each_participant:Audio only - CON|2026-03-05T13:00:09Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00.123Z, 2026-03-01T10:00:00.123Z",
        "2026-03-01T10:00:00+02:00, 2026-03-01T08:00:00Z",
        "2026-03-01T10:00:00, 2026-03-01T10:00:00Z",
        "2026-03-01 10:00:00, 2026-03-01T10:00:00Z",
    })
    void readsTimes(String text, Instant time) {
        assertThat(Fields.instant(Json.read("{\"t\": \"%s\"}".formatted(text)), "t"))
                .isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "null",
                "{}",
                "[1]",
                "\"soon\"",
                "\"+999999999-12-31T00:00:00Z\"",
                "\"0001-01-01T00:00:00Z\"",
                "1e400",
                "true"
            })
    void takesSenselessValuesAsMissing(String value) {
        var node = Json.read("{\"v\": %s}".formatted(value));

        assertThat(Fields.instant(node, "v")).isNull();
        assertThat(Fields.date(node, "v")).isNull();
        assertThat(Fields.number(node, "v")).isNull();
        assertThat(Fields.smallNumber(node, "v")).isZero();
    }

    @Test
    void removesWhatNoDatabaseKeeps() {
        var node = Json.read("{\"topic\": \"a\\u0000b \\ud83d c\"}");

        assertThat(Fields.text(node, "topic")).isEqualTo("ab ? c");
    }

    @Test
    void needsAUuid() {
        assertThatThrownBy(() -> RecordingReader.recording(Json.read("{\"uuid\": \"  \"}")))
                .isInstanceOf(RecordingReader.NoRecording.class);
    }

    private static RecordingPage page() {
        return RecordingReader.page(Json.read(Fixtures.read("recordings.json")), DAY, DAY);
    }
}
