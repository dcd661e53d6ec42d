package perennial.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Joins marked segments and looks at what came out: every picture, every flash, every beep. */
class JoinerTest {
    /** Of 25 pictures a second, in seconds. */
    private static final double ONE_PICTURE = 0.040;
    /** How far a segment may lie from its place on the time map: half of 1024 samples at 16 kHz, and a little for rounding. */
    private static final double HALF_A_FRAME_OF_SOUND = 0.033;
    /** Sound against picture: but for the edge of the beep, which the coder blurs. */
    private static final double NOTHING = 0.002;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"32000, 1, 2", "44100, 2, 0", "48000, 1, 2", "16000, 1, 0"})
    void keepsSoundAndPictureTogetherAtTheJoins(int rate, int channels, int bFrames) throws IOException {
        var reels = List.of(
                Reel.of(1, 4.36).soundOf(4.41).sound(rate, channels).bFrames(bFrames),
                Reel.of(2, 5.12).soundOf(5.03).sound(rate, channels).bFrames(bFrames),
                Reel.of(3, 3.04).sound(rate, channels).bFrames(bFrames));

        var joined = joined(reels);

        assertThat(joined.result.remarks()).containsExactly("copied", "copied", "copied");
        joined.playsInStep();
    }

    @Test
    void doesNotDriftOverTwelveSegments() throws IOException {
        var random = new Random(7);
        var reels = IntStream.range(0, 12)
                .mapToObj(i -> Reel.of(i, oddLength(random)).soundOf(oddLength(random)))
                .toList();

        joined(reels).playsInStep();
    }

    @Test
    void encodesOnlyTheSegmentOfAnotherSize() throws IOException {
        var joined = joined(List.of(Reel.of(1, 3.4), Reel.of(2, 2.2).size(480, 288), Reel.of(3, 5.08)));

        assertThat(joined.result.remarks()).containsExactly("copied", "re-encoded: other size", "copied");
        joined.playsInStep();
    }

    @Test
    void encodesAFirstSegmentOfAnotherSizeAndRate() throws IOException {
        var joined = joined(List.of(Reel.of(1, 2.2).size(640, 360).rate("30"), Reel.of(2, 5.08), Reel.of(3, 3.4)));

        assertThat(joined.result.remarks()).containsExactly("re-encoded: other size", "copied", "copied");
        joined.playsInStep();
    }

    @Test
    void joinsFastPicturesWithoutLosingOne() throws IOException {
        joined(List.of(
                        Reel.of(1, 2.217).rate("60"),
                        Reel.of(2, 2.217).rate("60"),
                        Reel.of(3, 2.217).rate("60")))
                .playsInStep();
    }

    @Test
    void putsPicturesThatNeedReorderingBehindSuchThatDoNot() throws IOException {
        var joined = joined(List.of(
                Reel.of(1, 3.4).bFrames(0), Reel.of(2, 5.08), Reel.of(3, 3.4).bFrames(0)));

        assertThat(joined.result.remarks()).contains("re-encoded: other encoder settings");
        joined.playsInStep();
    }

    @Test
    void takesAnotherClockWithoutEncoding() throws IOException {
        var joined = joined(
                List.of(Reel.of(1, 3.4), Reel.of(2, 2.36).with("-video_track_timescale", "90000"), Reel.of(3, 3.04)));

        assertThat(joined.result.remarks()).containsExactly("copied", "copied", "copied");
        joined.playsInStep();
    }

    @Test
    void encodesOnlyTheSoundThatDiffers() throws IOException {
        var joined = joined(List.of(Reel.of(1, 3.4), Reel.of(2, 2.36).sound(48_000, 2), Reel.of(3, 3.04)));

        assertThat(joined.result.remarks()).containsExactly("copied", "sound re-encoded: other sample rate", "copied");
        joined.playsInStep();
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    void fillsMissingSoundWithSilence(int without) throws IOException {
        var reels = new ArrayList<>(List.of(Reel.of(1, 3.4), Reel.of(2, 2.36), Reel.of(3, 3.04)));
        reels.set(without, reels.get(without).without(Reel.Track.SOUND));

        var joined = joined(reels);

        assertThat(joined.result.remarks().get(without)).isEqualTo("silence");
        joined.playsInStep();
        var length = joined.result.length().toMillis();
        assertThat(Bench.PROBER.probe(joined.file, Container.MP4).audio())
                .isNotNull()
                .satisfies(sound -> assertThat(sound.length().toMillis()).isCloseTo(length, within(80L)));
    }

    @ParameterizedTest
    @CsvSource({"0, black picture", "1, picture held", "2, picture held"})
    void fillsMissingPicturesAndKeepsTheSound(int without, String remark) throws IOException {
        var reels = new ArrayList<>(List.of(Reel.of(1, 3.4), Reel.of(2, 2.36), Reel.of(3, 3.04)));
        reels.set(without, reels.get(without).without(Reel.Track.PICTURES));

        var joined = joined(reels);

        assertThat(joined.result.remarks().get(without)).isEqualTo(remark);
        joined.playsInStep();
    }

    @Test
    void leavesRoomForASegmentThatLacksTheView() throws IOException {
        var first = Reel.of(1, 3.4).shoot(folder);
        var third = Reel.of(3, 3.04).shoot(folder);
        var target = folder.resolve("joined.mp4");

        var result = Bench.JOINER.join(
                List.of(
                        new SegmentFile(first, Container.MP4, Duration.ofMillis(3400)),
                        SegmentFile.missing(Duration.ofMillis(4000)),
                        new SegmentFile(third, Container.MP4, Duration.ofMillis(3040))),
                target);

        assertThat(result.remarks()).containsExactly("copied", "picture held; silence", "copied");
        var seen = Screening.of(target);
        assertThat(seen.flashes().get(4)).isEqualTo(7.6, within(ONE_PICTURE));
        assertThat(seen.beeps().get(4)).isEqualTo(seen.flashes().get(4), within(ONE_PICTURE));
    }

    @Test
    void joinsSoundAlone() throws IOException {
        var joined = joined(List.of(
                Reel.of(1, 3.4).without(Reel.Track.PICTURES),
                Reel.of(2, 2.36).without(Reel.Track.PICTURES),
                Reel.of(3, 3.04).without(Reel.Track.PICTURES)));

        assertThat(Bench.PROBER.probe(joined.file, Container.M4A).video()).isNull();
        joined.playsInStep();
    }

    @Test
    void keepsPicturesInPlaceThatBeginLate() throws IOException {
        var late = Reel.of(2, 3.04).shoot(folder, "whole.mp4");
        Bench.ffmpeg(
                folder,
                List.of(late),
                List.of(
                        "-itsoffset",
                        "0.6",
                        "-i",
                        "whole.mp4",
                        "-i",
                        "whole.mp4",
                        "-map",
                        "0:v",
                        "-map",
                        "1:a",
                        "-c",
                        "copy",
                        "late.mp4"));
        var lateFile = folder.resolve("late.mp4");
        var first = Reel.of(1, 3.4).shoot(folder);
        var target = folder.resolve("joined.mp4");

        Bench.JOINER.join(
                List.of(
                        new SegmentFile(first, Container.MP4, Duration.ofMillis(3400)),
                        new SegmentFile(lateFile, Container.MP4, Duration.ofMillis(3640)),
                        new SegmentFile(lateFile, Container.MP4, Duration.ofMillis(3640))),
                target);

        var seen = Screening.of(target);
        assertThat(seen.flashes().get(4)).isEqualTo(3.4 + 0.8, within(0.020));
        assertThat(seen.beeps().get(4)).isEqualTo(3.4 + 0.2, within(0.020));
    }

    @Test
    void takesASingleSegmentAsItIs() throws IOException {
        var only = Reel.of(1, 2.0).shoot(folder);
        var target = folder.resolve("joined.mp4");

        var result = Bench.JOINER.join(List.of(new SegmentFile(only, Container.MP4, Duration.ofSeconds(2))), target);

        assertThat(result.asItIs()).isTrue();
        assertThat(target).doesNotExist();
    }

    /** Between 1.4 and 2.1 s: no beep begins in the last frames of sound, which may yield to the next segment's first. */
    private static double oddLength(Random random) {
        return 1.4 + random.nextInt(700) / 1000.0;
    }

    private Joined joined(List<Reel> reels) throws IOException {
        var files = new ArrayList<Path>();
        var segments = new ArrayList<SegmentFile>();
        for (var reel : reels) {
            var file = reel.shoot(folder);
            files.add(file);
            segments.add(new SegmentFile(
                    file, Container.MP4, Bench.PROBER.probe(file, Container.MP4).length()));
        }
        var target = folder.resolve("joined.mp4");
        var result = Bench.JOINER.join(segments, target);
        assertThat(Bench.ffprobe(target, List.of("-show_packets", "-of", "csv")).complaints())
                .isEmpty();
        Bench.PROBER.verify(target, Container.MP4);
        try (var left = Files.list(folder)) {
            assertThat(left).noneMatch(path -> path.getFileName().toString().startsWith(".join-"));
        }
        return new Joined(segments, files, target, result);
    }

    private record Joined(List<SegmentFile> segments, List<Path> files, Path file, JoinResult result) {
        void playsInStep() throws IOException {
            var seen = Screening.of(file);
            var pictures = new ArrayList<String>();
            var flashes = new ArrayList<Double>();
            var beeps = new ArrayList<Double>();
            double at = 0;
            for (int i = 0; i < files.size(); i++) {
                var part = Screening.of(files.get(i));
                for (var picture : part.pictures()) pictures.add(picture.segment() + "/" + picture.number());
                for (var flash : part.flashes()) flashes.add(at + flash);
                for (var beep : part.beeps()) beeps.add(at + beep);
                at += segments.get(i).length().toNanos() / 1e9;
            }
            // The black pictures put in for missing ones carry number 0 of segment 0, which no reel has.
            var shown = seen.pictures().stream()
                    .map(picture -> picture.segment() + "/" + picture.number())
                    .filter(picture -> pictures.contains(picture))
                    .toList();
            assertThat(shown).as("pictures, in order").isEqualTo(pictures);
            inPlace("flash", seen.flashes(), flashes, HALF_A_FRAME_OF_SOUND);
            inPlace("beep", seen.beeps(), beeps, HALF_A_FRAME_OF_SOUND);
            if (flashes.size() == beeps.size())
                inPlace("beep against its flash", seen.beeps(), seen.flashes(), NOTHING);
            assertThat(result.length().toNanos() / 1e9).isEqualTo(at, within(0.1));
        }

        private static void inPlace(String what, List<Double> found, List<Double> expected, double tolerance) {
            assertThat(found).as(what).hasSameSizeAs(expected);
            double worst = 0;
            for (int i = 0; i < found.size(); i++) {
                worst = Math.max(worst, Math.abs(found.get(i) - expected.get(i)));
                assertThat(found.get(i)).as("%s %d", what, i).isEqualTo(expected.get(i), within(tolerance));
            }
            System.out.printf("%s: %d, off by at most %.1f ms%n", what, found.size(), worst * 1000);
        }
    }
}
