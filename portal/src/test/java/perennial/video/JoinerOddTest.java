package perennial.video;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Segments that are rare: holes, hidden beginnings, open groups of pictures, tracks without a sample. */
class JoinerOddTest {
    private static final double NOTHING = 0.001;
    private static final double ONE_PICTURE = 0.040;

    @TempDir
    Path folder;

    private Path changed(String name, Path from, String... words) {
        var all = new ArrayList<>(FFmpegRun.input(from, Container.MP4));
        all.addAll(List.of(words));
        all.addAll(List.of("-f", "mp4", name));
        Bench.ffmpeg(folder, List.of(from), all);
        return folder.resolve(name);
    }

    @Test
    void fillsAHoleInTheSoundWithSilence() throws IOException {
        var whole = Reel.of(2, 3.04).shoot();
        // Ten frames of 1,024 samples at 32 kHz are left out after half a second.
        var holey = changed("holey.mp4", whole, "-c", "copy", "-bsf:a", "noise=drop='between(n,16,25)'");

        var done = new Cut(folder)
                .add(Reel.of(1, 2.4).shoot())
                .add(holey)
                .add(Reel.of(3, 2.04).shoot())
                .join();

        assertThat(done.decisions()).containsExactly("virtual", "virtual", "virtual");
        done.playsInStep(NOTHING);
    }

    @Test
    void keepsPicturesAndSoundInPlaceThatBeginLate() throws IOException {
        var whole = Reel.of(2, 3.04).shoot();
        var latePictures = folder.resolve("late-pictures.mp4");
        late(whole, "0:v", "1:a", latePictures);
        var lateSound = folder.resolve("late-sound.mp4");
        late(whole, "0:a", "1:v", lateSound);

        var done = new Cut(folder)
                .add(lateSound)
                .add(latePictures)
                .add(Reel.of(1, 2.4).shoot())
                .add(latePictures)
                .add(lateSound)
                .join();

        done.playsInStep(NOTHING);
    }

    private void late(Path whole, String late, String other, Path target) {
        var words = new ArrayList<String>();
        words.addAll(List.of("-itsoffset", "0.6", "-i", "file:" + whole.toAbsolutePath()));
        words.addAll(List.of("-i", "file:" + whole.toAbsolutePath(), "-map", late, "-map", other, "-c", "copy"));
        words.add(String.valueOf(target.getFileName()));
        Bench.ffmpeg(folder, List.of(whole), words);
    }

    @Test
    void doesNotBringHiddenPicturesToLight() throws IOException {
        var whole = Reel.of(2, 3.04).with("-g", "1000").shoot();
        var words = new ArrayList<>(List.of("-ss", "1.0", "-i", "file:" + whole.toAbsolutePath()));
        words.addAll(List.of("-c", "copy", "-f", "mp4", "hidden.mp4"));
        Bench.ffmpeg(folder, List.of(whole), words);
        var hidden = folder.resolve("hidden.mp4");

        var done = new Cut(folder)
                .add(Reel.of(1, 2.4).shoot())
                .add(hidden)
                .add(Reel.of(3, 2.04).shoot())
                .join();

        assertThat(done.decisions().get(1)).contains("hidden");
        done.playsInStep(ONE_PICTURE);
    }

    @Test
    void codesASegmentAnewThatBeginsInAnOpenGroupOfPictures() throws IOException {
        var whole = Reel.of(2, 4.04)
                .with("-g", "25", "-x264-params", "open-gop=1:b-adapt=0:scenecut=0")
                .shoot();
        var words = new ArrayList<>(List.of("-ss", "2.0", "-noaccurate_seek", "-i", "file:" + whole.toAbsolutePath()));
        words.addAll(List.of("-c", "copy", "-f", "mp4", "open.mp4"));
        Bench.ffmpeg(folder, List.of(whole), words);

        var done = new Cut(folder)
                .add(Reel.of(1, 2.4).shoot())
                .add(folder.resolve("open.mp4"))
                .add(Reel.of(3, 2.04).shoot())
                .join();

        assertThat(done.decisions().get(1)).startsWith("re-encoded");
        assertThat(Screening.of(done.file()).pictures()).hasSizeGreaterThan(60 + 51 + 25);
    }

    @Test
    void takesATrackWithoutASampleForNone() throws IOException {
        var whole = Reel.of(2, 2.4).shoot();
        var empty = folder.resolve("empty.mp4");
        Files.copy(whole, empty);
        emptySound(empty);

        var done = new Cut(folder)
                .add(Reel.of(1, 2.4).shoot())
                .add(empty)
                .add(Reel.of(3, 2.04).shoot())
                .join();

        assertThat(done.decisions().get(1)).isEqualTo("virtual: silence");
        assertThat(Screening.of(done.file()).beeps()).hasSize(5);
    }

    /** Turns the counts of the sound's tables to 0. */
    private static void emptySound(Path file) throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        int sound = find(bytes, "soun", 0);
        for (var table : List.of("stts", "stsc", "stco", "stsz")) {
            int at = find(bytes, table, sound);
            bytes.putInt(at + (table.equals("stsz") ? 12 : 8), 0);
        }
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            out.write(bytes.rewind());
        }
    }

    private static int find(ByteBuffer in, String letters, int from) {
        int wanted = ByteBuffer.wrap(letters.getBytes(US_ASCII)).getInt();
        for (int at = from; at < in.limit() - 4; at++) {
            if (in.getInt(at) == wanted) return at;
        }
        throw new AssertionError("no " + letters);
    }

    @ParameterizedTest
    @CsvSource({"baseline, 1", "high, 2"})
    void codesPicturesOfAnotherCoderAnew(String profile, int odd) throws IOException {
        var reels = new ArrayList<>(Stream.of(1, 2, 3).map(i -> Reel.of(i, 2.2)).toList());
        reels.set(
                odd, reels.get(odd).with("-profile:v", profile, "-x264-params", "ref=1:cabac=0:8x8dct=0", "-bf", "0"));

        var done = new Cut(folder).addAll(reels).join();

        assertThat(done.decisions().get(odd)).isEqualTo("re-encoded: other encoder settings");
        done.playsInStep(ONE_PICTURE);
        var spliced = new Cut(folder).addAll(reels).join(Bench.SPLICER);
        assertThat(spliced.decisions().get(odd)).isEqualTo("spliced: other encoder settings");
        spliced.playsInStep(ONE_PICTURE);
    }

    @Test
    void carriesSilenceInStereo() throws IOException {
        var done = new Cut(folder)
                .addAll(List.of(
                        Reel.of(1, 2.4).sound(48_000, 2),
                        Reel.of(2, 3.2).without(Reel.Track.SOUND),
                        Reel.of(3, 2.04).sound(48_000, 2)))
                .join();

        assertThat(done.decisions().get(1)).isEqualTo("virtual: silence");
        done.playsInStep(NOTHING);
    }

    @Test
    void fillsWhatIsShorterThanTheOther() throws IOException {
        var done = new Cut(folder)
                .addAll(List.of(Reel.of(1, 5.04).soundOf(2.4), Reel.of(2, 2.04).soundOf(5.0), Reel.of(3, 2.04)))
                .join();

        done.playsInStep(NOTHING);
    }
}
