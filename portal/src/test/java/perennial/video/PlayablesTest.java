package perennial.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

/** What people bring, made playable (P8). */
class PlayablesTest {
    private static final FFmpeg FFMPEG = new FFmpeg(
            Path.of("target", "tools").toAbsolutePath(),
            new VideoProperties(Duration.ofMinutes(5), DataSize.ofGigabytes(4), 2, false));

    private final Playables playables = new Playables(FFMPEG, new Prober(FFMPEG));

    @TempDir
    private Path folder;

    enum Clip {
        MOV,
        WEBM,
        MKV,
        FRAGMENTED,
        MP3,
        WAV,
        M4A;

        Path file() {
            return switch (this) {
                case MOV -> OddClips.mov();
                case WEBM -> OddClips.webm();
                case MKV -> OddClips.mkv();
                case FRAGMENTED -> TestClips.fragmented(3, 1);
                case MP3 -> OddClips.mp3();
                case WAV -> OddClips.wav();
                case M4A -> OddClips.m4a();
            };
        }

        boolean audioOnly() {
            return this == MP3 || this == WAV || this == M4A;
        }
    }

    @ParameterizedTest
    @EnumSource(Clip.class)
    void makesPlayableWhatBrowsersDoNotPlay(Clip clip) {
        var brought = playables.look(clip.file());
        assertThat(brought.playable()).isFalse();

        var made = playables.look(playables.make(clip.file(), brought, folder, false, percent -> {}));

        assertThat(made.playable()).isTrue();
        assertThat(made.audioOnly()).isEqualTo(clip.audioOnly());
        assertThat(made.length().toMillis()).isCloseTo(3000, within(150L));
        assertThat(playables.intact(folder.resolve("playable.mp4"), made)).isTrue();
    }

    @Test
    void leavesAloneWhatPlaysAsItIs() {
        for (var file : new Path[] {TestClips.video(3, 1), TestClips.sound(3, 1), OddClips.silentAndUneven()}) {
            var brought = playables.look(file);

            assertThat(brought.playable()).as(file.toString()).isTrue();
            assertThat(playables.intact(file, brought)).as(file.toString()).isTrue();
        }
    }

    @Test
    void keepsTurnedPicturesTurned() {
        var brought = playables.look(OddClips.turned());
        var copied = playables.look(playables.make(OddClips.turned(), brought, folder, false, percent -> {}));
        var encoded = playables.look(playables.make(OddClips.turned(), brought, folder, true, percent -> {}));

        assertThat(brought.width()).isEqualTo(96);
        assertThat(brought.height()).isEqualTo(160);
        assertThat(copied.width()).isEqualTo(96);
        assertThat(encoded.width()).isEqualTo(96);
        assertThat(encoded.height()).isEqualTo(160);
    }

    /** Jellyfin CVE-2026-49246: what a file says of itself names no file here. */
    @Test
    void writesNothingThatAFileNames() throws IOException {
        var attached = Files.writeString(folder.resolve("attached.ttf"), "inside");
        var clip = OddClips.mkvWithAnAttachment(attached);
        var deep = Files.createDirectories(folder.resolve("a/b"));

        var made = playables.make(clip, playables.look(clip), deep, false, percent -> {});

        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .containsExactlyInAnyOrder(attached, made, deep.resolve("progress.txt"));
        }
        assertThat(made).isEqualTo(deep.resolve("playable.mp4"));
    }

    @Test
    void refusesInASentenceWhatIsNoMedia() throws IOException {
        var page = Files.writeString(folder.resolve("page.mp4"), "<!doctype html><title>Sign in</title>");
        var list = Files.writeString(folder.resolve("list.mkv"), "#EXTM3U\nfile:///etc/passwd\n");
        var cut = Files.write(folder.resolve("cut.mp4"), beginningOf(TestClips.video(3, 1), 0.6));
        var junk = Files.write(folder.resolve("junk.mkv"), beginningOf(OddClips.mkv(), 0.0003));

        for (var file : new Path[] {page, list}) {
            assertThatThrownBy(() -> playables.look(file))
                    .isInstanceOf(MediaException.NotMedia.class)
                    .hasMessageContaining("neither video nor audio");
        }
        assertThatThrownBy(() -> playables.look(cut))
                .isInstanceOf(MediaException.NotMedia.class)
                .hasMessageContaining("cut off");
        assertThatThrownBy(() -> playables.look(junk)).isInstanceOf(MediaException.NotMedia.class);
    }

    private static byte[] beginningOf(Path file, double share) throws IOException {
        var bytes = Files.readAllBytes(file);
        return Arrays.copyOf(bytes, (int) (bytes.length * share));
    }
}
