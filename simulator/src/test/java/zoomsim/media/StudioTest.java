package zoomsim.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import zoomsim.script.ChatLine;
import zoomsim.script.FootageFile;
import zoomsim.script.Line;
import zoomsim.script.MeetingScript;
import zoomsim.script.Take;

class StudioTest {
    private static final MeetingScript SCRIPT = new MeetingScript(
            "Ward board: what's next, 100 %?",
            List.of("Mara Lindqvist", "Tomas Okafor"),
            List.of(
                    new Take(
                            Duration.ofSeconds(10),
                            List.of(
                                    new Line("Mara Lindqvist", "Good morning. Shall we begin?"),
                                    new Line("Ирина Соколова", "Да, начнём.")),
                            Set.of(
                                    "active_speaker",
                                    "shared_screen_with_speaker_view",
                                    "audio_only",
                                    "audio_transcript",
                                    "chat_file",
                                    "timeline"),
                            List.of(new ChatLine(Duration.ofSeconds(3671), "Tomas Okafor", "Notes:\nin the folder"))),
                    new Take(
                            Duration.ofMinutes(5),
                            List.of(),
                            Set.of("active_speaker", "gallery_view", "audio_transcript", "chat_file", "timeline"),
                            List.of())));

    @TempDir
    static Path cache;

    @TempDir
    static Path scratch;

    private static List<FootageFile> files = List.of();
    private static Screening screening = new Screening(new Ffmpeg(Path.of("")), Path.of(""));

    @BeforeAll
    static void record() throws IOException {
        files = new Studio(cache).record(SCRIPT);
        screening = new Screening(FfmpegPrograms.unpackedIn(cache), scratch);
    }

    @Test
    void makesTheWantedFilesInZoomsKinds() {
        assertThat(files)
                .extracting(f -> "%d %s %s %s".formatted(f.take(), f.recordingType(), f.fileType(), f.fileExtension()))
                .containsExactly(
                        "0 active_speaker MP4 MP4",
                        "0 audio_only M4A M4A",
                        "0 audio_transcript TRANSCRIPT VTT",
                        "0 chat_file CHAT TXT",
                        "0 shared_screen_with_speaker_view MP4 MP4",
                        "0 timeline TIMELINE JSON",
                        "1 active_speaker MP4 MP4",
                        "1 gallery_view MP4 MP4",
                        "1 timeline TIMELINE JSON");
        assertThat(files).allSatisfy(f -> assertThat(f.file()).isNotEmptyFile());
    }

    @Test
    void playsWithoutAComplaint() {
        assertThat(media()).allSatisfy(f -> {
            assertThat(screening.streams(f.file(), "format=filename")).isEqualTo("format|filename=" + f.file());
            assertThat(screening.complaints(f.file())).isEmpty();
        });
    }

    @Test
    void takesOfOneViewCanBeJoinedByCopying() {
        var parameters = "stream=codec_name,profile,level,width,height,pix_fmt,color_space,time_base,r_frame_rate,"
                + "has_b_frames,sample_rate,channels,extradata_hash";

        assertThat(screening.streams(file(0, "active_speaker"), parameters))
                .contains("h264", "yuv420p", "25/1", "aac", "32000", "extradata_hash")
                .isEqualTo(screening.streams(file(1, "active_speaker"), parameters));
    }

    @Test
    void viewsOfATakeLastEquallyLong() {
        assertThat(media()).allSatisfy(f -> {
            var seconds = "%.6f".formatted(f.length().toMillis() / 1000.0);
            assertThat(screening.streams(f.file(), "stream=duration").lines())
                    .allMatch(stream -> stream.equals("stream|duration=" + seconds));
            assertThat(f.length()).isEqualTo(length(f.take()));
        });
        assertThat(screening.pictures(file(0, "active_speaker")))
                .isEqualTo(length(0).toMillis() * Studio.FRAMES_PER_SECOND / 1000)
                .isEqualTo(screening.pictures(file(0, "shared_screen_with_speaker_view")));
    }

    @Test
    void marksAreSeenWhereTheConstantsSay() {
        assertThat(films()).allSatisfy(f -> {
            int first = frame(Studio.MARK_AFTER_START);
            int last = frame(f.length().minus(Studio.MARK_BEFORE_END));
            assertThat(screening.marked(f.file())).containsExactly(first, first + 1, last, last + 1);
        });
    }

    @Test
    void marksAreHeardAtTheSameInstants() {
        assertThat(media()).allSatisfy(f -> {
            var sound = screening.sound(f.file());
            for (var mark : List.of(Studio.MARK_AFTER_START, f.length().minus(Studio.MARK_BEFORE_END))) {
                var heard = Screening.firstLoud(sound, mark.minusMillis(300));
                assertThat(heard).isCloseTo(mark, Duration.ofMillis(3));
                assertThat(Screening.pitch(sound, mark.plusMillis(10), mark.plusMillis(70)))
                        .isBetween(980.0, 1020.0);
                assertThat(Screening.loudness(sound, mark.plusMillis(100), mark.plusMillis(300)))
                        .isLessThan(0.01);
            }
        });
    }

    @Test
    void transcriptSaysWhatIsHeardAndWhen() throws IOException {
        var text = Files.readString(file(0, "audio_transcript"));
        var sound = screening.sound(file(0, "audio_only"));

        assertThat(text).startsWith("WEBVTT\r\n\r\n1\r\n00:00:01.000 --> ").endsWith("\r\n");
        assertThat(text.lines().filter(line -> line.contains(": ")))
                .containsExactly(
                        "Mara Lindqvist: Good morning.",
                        "Mara Lindqvist: Shall we begin?",
                        "Ирина Соколова: Да, начнём.");
        var silentUntil = Duration.ofMillis(700);
        for (var cue : text.lines().filter(line -> line.contains(" --> ")).toList()) {
            var times = cue.split(" --> ", -1);
            var start = time(times[0]);
            var end = time(times[1]);
            assertThat(Screening.loudness(sound, silentUntil, start.minusMillis(20)))
                    .isLessThan(0.01);
            assertThat(Screening.loudness(sound, start, end)).isGreaterThan(0.04);
            silentUntil = end.plusMillis(20);
        }
        assertThat(silentUntil).isLessThan(length(0).minus(Studio.MARK_BEFORE_END));
    }

    @Test
    void chatCountsFromTheMeetingsStart() throws IOException {
        assertThat(Files.readString(file(0, "chat_file")))
                .isEqualTo("01:01:11\tTomas Okafor:\tNotes:\nin the folder\n");
    }

    @Test
    void timelineTellsWhoSpeaksAndWhenNobodyDoes() throws IOException {
        var entries = JsonMapper.shared()
                .readTree(Files.readString(file(0, "timeline")))
                .get("timeline");

        assertThat(entries).hasSize(4);
        assertThat(entries.get(0).get("ts").asString()).isEqualTo("00:00:01.000");
        assertThat(entries.get(0).at("/users/0/username").asString()).isEqualTo("Mara Lindqvist");
        assertThat(entries.get(0).at("/users/0/zoom_userid").asString()).hasSize(22);
        assertThat(entries.get(1).get("users")).isEmpty();
        assertThat(entries.get(2).at("/users/0/username").asString()).isEqualTo("Ирина Соколова");
        assertThat(entries.get(3).get("users")).isEmpty();
    }

    @Test
    void recordsAScriptOnlyOnce(@TempDir Path other) throws IOException {
        Files.createSymbolicLink(other.resolve("footage"), cache.resolve("footage"));

        var again = new Studio(other).record(SCRIPT);

        assertThat(again).hasSameSizeAs(files);
        assertThat(again.getFirst().file())
                .hasSameBinaryContentAs(files.getFirst().file());
        assertThat(other).as("FFmpeg was not unpacked").isDirectoryNotContaining("glob:**ffmpeg*");
    }

    @Test
    void twoStudiosMayShareAFolder(@TempDir Path shared) throws IOException {
        var script = new MeetingScript("Two", List.of(), List.of(take(Set.of("audio_only"))));

        var one = CompletableFuture.supplyAsync(() -> new Studio(shared).record(script));
        var two = CompletableFuture.supplyAsync(() -> new Studio(shared).record(script));

        assertThat(one.join()).isEqualTo(two.join());
        try (Stream<Path> folders = Files.list(shared.resolve("footage"))) {
            assertThat(folders).containsExactly(one.join().getFirst().file().getParent());
        }
    }

    @Test
    void keepsNothingOfAScriptItCannotRecord() {
        var script = new MeetingScript("Odd", List.of(), List.of(take(Set.of("active_speaker", "hologram"))));

        assertThatThrownBy(() -> new Studio(cache).record(script))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hologram");

        assertThat(cache.resolve("footage")).isDirectoryNotContaining("glob:**filming-*");
    }

    @Test
    void passesOnWhatFfmpegComplainsOf() {
        assertThatThrownBy(() -> FfmpegPrograms.unpackedIn(cache)
                        .encode(List.of("-i", scratch + "/nothing.mp4", "-f", "null", "-"), stdin -> {}))
                .isInstanceOf(StudioException.class)
                .hasMessageContaining("No such file");
    }

    private static Take take(Set<String> types) {
        return new Take(Duration.ZERO, List.of(), types, List.of());
    }

    private static List<FootageFile> media() {
        return files.stream().filter(f -> f.fileType().startsWith("M")).toList();
    }

    private static List<FootageFile> films() {
        return files.stream().filter(f -> f.fileType().equals("MP4")).toList();
    }

    private static Path file(int take, String type) {
        return files.stream()
                .filter(f -> f.take() == take && f.recordingType().equals(type))
                .findFirst()
                .orElseThrow()
                .file();
    }

    private static Duration length(int take) {
        return files.stream()
                .filter(f -> f.take() == take)
                .findFirst()
                .orElseThrow()
                .length();
    }

    private static int frame(Duration time) {
        return Math.toIntExact(time.toMillis() * Studio.FRAMES_PER_SECOND / 1000);
    }

    private static Duration time(String text) {
        var part = text.split("[:.]", -1);
        return Duration.ofHours(Long.parseLong(part[0]))
                .plusMinutes(Long.parseLong(part[1]))
                .plusSeconds(Long.parseLong(part[2]))
                .plusMillis(Long.parseLong(part[3]));
    }
}
