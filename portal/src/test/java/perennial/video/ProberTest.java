package perennial.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProberTest {
    @TempDir
    Path folder;

    @Test
    void measuresPicturesAndSound() {
        var file = Reel.of(1, 2.2).soundOf(2.5).shoot();

        var probe = Bench.PROBER.probe(file, Container.MP4);

        assertThat(probe.length()).isEqualTo(Duration.ofMillis(2500));
        assertThat(probe.video()).isNotNull().satisfies(video -> {
            assertThat(video.codec()).isEqualTo("h264");
            assertThat(video.width()).isEqualTo(320);
            assertThat(video.height()).isEqualTo(192);
            assertThat(video.frames()).isEqualTo(55);
            assertThat(video.frameRate()).isEqualTo(25);
            assertThat(video.timescale()).isEqualTo(12_800);
            assertThat(video.length()).isEqualTo(Duration.ofMillis(2200));
            assertThat(video.setup()).isNotEmpty();
        });
        assertThat(probe.audio()).isNotNull().satisfies(audio -> {
            assertThat(audio.codec()).isEqualTo("aac");
            assertThat(audio.profile()).isEqualTo("LC");
            assertThat(audio.sampleRate()).isEqualTo(32_000);
            assertThat(audio.channels()).isEqualTo(1);
            assertThat(audio.length()).isEqualTo(Duration.ofMillis(2500));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'<!DOCTYPE html><html><body>Sign in</body></html>', web page",
        "' \n<html>', web page",
        "'#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n', playlist",
        "'{\"code\": 3001}', no MP4",
        "'x', no MP4",
        "'', empty",
        "'\u0000\u0000\u0000\u0001ftyp', no MP4",
    })
    void tellsWhatPosesAsAVideo(String text, String reason) throws IOException {
        var file = Files.writeString(folder.resolve("posing.mp4"), text);

        assertThatThrownBy(() -> Bench.PROBER.probe(file, Container.MP4))
                .isInstanceOf(MediaException.NotMedia.class)
                .hasMessageContaining(reason);
    }

    /** Even if our own look were not there: FFmpeg itself may open it as an MP4 only. */
    @Test
    void letsFFmpegOpenNothingButMp4() throws IOException {
        var file = Files.writeString(folder.resolve("list.mp4"), "#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n");

        assertThatThrownBy(() -> Bench.ffprobe(file, java.util.List.of("-show_format")))
                .isInstanceOf(MediaException.Failed.class)
                .hasMessageContaining("Invalid data");
    }

    @Test
    void refusesAnMp4WithoutTracks() throws IOException {
        var file = folder.resolve("hollow.mp4");
        Files.write(file, "\0\0\0\u0010ftypisom\0\0\0\0\0\0\0\u0008moov".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Bench.PROBER.probe(file, Container.MP4)).isInstanceOf(MediaException.NotMedia.class);
    }

    @ParameterizedTest
    @CsvSource({"+faststart", "-faststart"})
    void noticesAFileThatWasCutOff(String flags) throws IOException {
        var whole = Files.readAllBytes(Reel.of(1, 3).with("-movflags", flags).shoot());
        var cut = folder.resolve("cut.mp4");
        for (int length : new int[] {whole.length - 1, whole.length * 9 / 10, whole.length / 2, 40, 9}) {
            Files.write(cut, Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> Bench.PROBER.verify(cut, Container.MP4))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(MediaException.NotMedia.class);
        }
    }

    @Test
    void findsAHoleInsideAFile() throws IOException {
        var file = Reel.of(1, 6).with("-movflags", "-faststart", "-g", "25").shoot();
        assertThatCode(() -> Bench.PROBER.verify(file, Container.MP4)).doesNotThrowAnyException();
        var bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 48, 2000, (byte) 0); // the first pictures

        var holed = Files.write(folder.resolve("holed.mp4"), bytes);

        assertThatThrownBy(() -> Bench.PROBER.verify(holed, Container.MP4))
                .isInstanceOf(MediaException.NotMedia.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void neverCrashesOnBrokenTables() throws IOException {
        var whole = Files.readAllBytes(
                Reel.of(1, 0.6).with("-movflags", "+faststart").shoot());
        var random = new java.util.Random(11);
        var file = folder.resolve("broken.mp4");
        for (int i = 0; i < 40; i++) {
            var bytes = whole.clone();
            for (int hits = 0; hits < 8; hits++) bytes[random.nextInt(2500)] = (byte) random.nextInt(256);
            Files.write(file, bytes);

            assertThatCode(() -> {
                        try {
                            Bench.PROBER.probe(file, Container.MP4);
                        } catch (MediaException.NotMedia e) {
                            assertThat(e).hasMessageMatching("(?s)[A-Z].+");
                        }
                    })
                    .doesNotThrowAnyException();
        }
    }
}
