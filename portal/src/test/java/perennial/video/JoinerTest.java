package perennial.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Joins marked segments and looks at what came out: every picture, every flash, every beep. */
class JoinerTest {
    /** How far sound and picture may be from where their segment begins: nothing, but for rounding. */
    private static final double NOTHING = 0.001;
    /** Where a segment is coded anew. */
    private static final double ONE_PICTURE = 0.040;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"32000, 1, 2", "48000, 2, 0", "48000, 1, 2"})
    void keepsSoundAndPictureTogetherAtTheJoins(int rate, int channels, int bFrames) throws IOException {
        var done = joined(
                Reel.of(1, 3.36).soundOf(3.41).sound(rate, channels).bFrames(bFrames),
                Reel.of(2, 4.12).soundOf(4.03).sound(rate, channels).bFrames(bFrames),
                Reel.of(3, 2.04).sound(rate, channels).bFrames(bFrames));

        assertThat(done.decisions()).containsExactly("virtual", "virtual", "virtual");
        done.playsInStep(NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "-movflags +faststart",
        "-movflags +frag_keyframe+empty_moov",
        "-movflags +negative_cts_offsets",
        "-use_editlist 0",
        "-video_track_timescale 90000",
        "-video_track_timescale 30000",
        "-movflags +faststart -fflags +bitexact",
    })
    void joinsFilesOfEveryForm(String form) throws IOException {
        var words = form.split(" ");

        var done = joined(
                Reel.of(1, 2.36), Reel.of(2, 2.12).with(words), Reel.of(3, 2.04).with(words));

        assertThat(done.decisions()).containsExactly("virtual", "virtual", "virtual");
        done.playsInStep(NOTHING);
    }

    @Test
    void doesNotDriftOverTwentyJoins() throws IOException {
        doesNotDrift(21);
    }

    @Test
    @EnabledIfSystemProperty(named = "perennial.full", matches = "true")
    void doesNotDriftOverTwoHundredJoins() throws IOException {
        doesNotDrift(201);
    }

    private void doesNotDrift(int segments) throws IOException {
        var random = new Random(7);
        var reels = IntStream.range(0, 7)
                .mapToObj(i -> Reel.of(i + 1, oddLength(random))
                        .soundOf(oddLength(random))
                        .shoot())
                .toList();
        var cut = new Cut(folder);
        for (int i = 0; i < segments; i++) cut.add(reels.get(i % reels.size()));

        cut.join().playsInStep(NOTHING);
    }

    @Test
    void encodesOnlyTheSegmentOfAnotherSize() throws IOException {
        var done = joined(Reel.of(1, 2.4), Reel.of(2, 2.2).size(480, 288), Reel.of(3, 3.08));

        assertThat(done.decisions()).containsExactly("virtual", "re-encoded: other size", "virtual");
        done.playsInStep(ONE_PICTURE);
    }

    @Test
    void encodesAFirstSegmentOfAnotherSizeAndRate() throws IOException {
        var done = joined(Reel.of(1, 2.2).size(640, 360).rate("30"), Reel.of(2, 3.08), Reel.of(3, 2.4));

        assertThat(done.decisions()).containsExactly("re-encoded: other size", "virtual", "virtual");
        done.playsInStep(ONE_PICTURE);
    }

    @Test
    void splicesWhereTheOperatorAllowsIt() throws IOException {
        var done = new Cut(folder)
                .addAll(List.of(Reel.of(1, 2.4), Reel.of(2, 2.2).size(480, 288), Reel.of(3, 3.08)))
                .join(Bench.SPLICER);

        assertThat(done.decisions()).containsExactly("virtual", "spliced: other size", "virtual");
        done.playsInStep(ONE_PICTURE);
    }

    @Test
    void encodesOnlyTheSoundThatDiffers() throws IOException {
        var done = joined(Reel.of(1, 2.4), Reel.of(2, 2.36).sound(48_000, 2), Reel.of(3, 2.04));

        assertThat(done.decisions()).containsExactly("virtual", "re-encoded: sound: other sample rate", "virtual");
        done.playsInStep(ONE_PICTURE);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    void fillsMissingSoundWithSilence(int without) throws IOException {
        var reels = new ArrayList<>(List.of(Reel.of(1, 2.4), Reel.of(2, 2.36), Reel.of(3, 2.04)));
        reels.set(without, reels.get(without).without(Reel.Track.SOUND));

        var done = joined(reels.toArray(Reel[]::new));

        assertThat(done.decisions().get(without)).isEqualTo("virtual: silence");
        done.playsInStep(NOTHING);
        var length = done.joined().length().toMillis();
        assertThat(Bench.PROBER.probe(done.file(), Container.MP4).audio())
                .isNotNull()
                .satisfies(sound -> assertThat(sound.length().toMillis()).isCloseTo(length, within(80L)));
    }

    @ParameterizedTest
    @CsvSource({"0, virtual: black picture", "1, virtual: picture held", "2, virtual: picture held"})
    void fillsMissingPicturesAndKeepsTheSound(int without, String decision) throws IOException {
        var reels = new ArrayList<>(List.of(Reel.of(1, 2.4), Reel.of(2, 2.36), Reel.of(3, 2.04)));
        reels.set(without, reels.get(without).without(Reel.Track.PICTURES));

        var done = joined(reels.toArray(Reel[]::new));

        assertThat(done.decisions().get(without)).isEqualTo(decision);
        done.playsInStep(NOTHING);
    }

    @Test
    void leavesNoRoomForASegmentThatNoViewHas() throws IOException {
        var done = new Cut(folder)
                .add(Reel.of(1, 2.4).shoot())
                .add(null)
                .add(Reel.of(3, 2.04).shoot())
                .join();

        assertThat(done.decisions()).containsExactly("virtual", "virtual: silence, picture held", "virtual");
        done.playsInStep(NOTHING);
    }

    @Test
    void joinsSoundAlone() throws IOException {
        var done = joined(
                Reel.of(1, 2.4).without(Reel.Track.PICTURES),
                Reel.of(2, 2.36).without(Reel.Track.PICTURES),
                Reel.of(3, 2.04).without(Reel.Track.PICTURES));

        assertThat(Bench.PROBER.probe(done.file(), Container.M4A).video()).isNull();
        done.playsInStep(NOTHING);
    }

    @Test
    void takesOnlyTheSoundOutOfAnotherView() throws IOException {
        var other = Reel.of(2, 2.36).size(640, 384).with("-crf", "1").shoot();

        var done = new Cut(folder)
                .add(Reel.of(1, 2.4).shoot())
                .heardOnly(other)
                .add(Reel.of(3, 2.04).shoot())
                .join();

        assertThat(Screening.of(done.file()).beeps()).hasSize(8);
        assertThat(done.decisions().get(1)).endsWith("picture held");
    }

    @Test
    void keepsAllViewsInStep() throws IOException {
        var first =
                new Cut(folder).addAll(List.of(Reel.of(1, 2.4), Reel.of(2, 2.36).soundOf(2.9), Reel.of(3, 2.04)));
        var short1 = Reel.of(4, 1.9).sound(48_000, 2).shoot();
        var second = new Cut(folder)
                .add(short1)
                .add(null)
                .add(Reel.of(5, 2.0).sound(48_000, 2).shoot());

        var joined = Bench.JOINER.join(List.of(first.view(), second.view()), first);

        for (int i = 0; i < 3; i++) {
            for (var view : joined.views()) {
                assertThat(view.starts().get(i)).isCloseTo(joined.starts().get(i), Duration.ofMillis(16));
            }
        }
        assertThat(joined.views().getFirst().starts()).isEqualTo(joined.starts());
    }

    @Test
    void refusesADamagedSegment() throws IOException {
        var whole = Reel.of(1, 2.4).shoot();
        var half = folder.resolve("half.mp4");
        var bytes = Files.readAllBytes(whole);
        Files.write(half, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        var cut = new Cut(folder).add(whole).add(half);

        assertThatThrownBy(cut::join)
                .isInstanceOfSatisfying(
                        MediaException.PartsRefused.class,
                        refused -> assertThat(refused.parts()).singleElement().satisfies(part -> {
                            assertThat(part.segment()).isEqualTo(1);
                            assertThat(part.decision().toString()).startsWith("refused: the file is cut off");
                        }))
                .hasMessageStartingWith("Part 2 cannot be joined: the file is cut off");
    }

    @Test
    void givesTheSameForTheSame() throws IOException {
        var cut =
                new Cut(folder).addAll(List.of(Reel.of(1, 2.4), Reel.of(2, 2.2).size(480, 288)));

        assertThat(cut.join().joined()).isEqualTo(cut.join().joined());
    }

    /** Between 1.4 and 2.1 s. */
    private static double oddLength(Random random) {
        return 1.4 + random.nextInt(700) / 1000.0;
    }

    private Cut.Done joined(Reel... reels) throws IOException {
        return new Cut(folder).addAll(List.of(reels)).join();
    }
}
