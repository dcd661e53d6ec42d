package perennial.video.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.video.TestClips;

/** Files that are cut off, wrong, or made to harm: each gets a reason or a sound plan, in little time and memory. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HostileFilesTest {
    private static final boolean FULL = Boolean.getBoolean("perennial.full");
    private static final int MUTATIONS = FULL ? 100_000 : 10_000;
    /** Of one reading: what the file's own tables may take, many times over. */
    private static final long MOST_MEMORY = 256L << 20;

    private static final Set<String> CONTAINERS =
            Set.of("moov", "trak", "mdia", "minf", "stbl", "edts", "dinf", "mvex", "moof", "traf");

    private static byte[] file(String form) throws IOException {
        return Files.readAllBytes(form.equals("fragmented") ? TestClips.fragmented(2, 1) : TestClips.video(2, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"progressive", "fragmented"})
    void refusesAFileThatEndsAtAnyEdgeOfABox(String form) throws IOException {
        var whole = file(form);
        var edges = edges(whole);
        assertThat(edges).hasSizeGreaterThan(20);
        int refused = 0;
        for (int edge : edges) {
            for (int length : new int[] {edge - 1, edge, edge + 1, edge + 4}) {
                if (length < 0 || length >= whole.length) continue;
                if (!tried(Arrays.copyOf(whole, length))) refused++;
            }
        }
        assertThat(refused).isGreaterThan(edges.size());
        assertThatThrownBy(() -> Mp4Reader.read(ByteSource.of(Arrays.copyOf(whole, whole.length / 2))))
                .isInstanceOf(DamagedMp4.class)
                .hasMessageContaining("cut off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"progressive", "fragmented"})
    void survivesAnyNumberInItsTables(String form) throws IOException {
        var whole = file(form);
        for (int edge : edges(whole)) {
            for (int field = 0; field < 24 && edge + field + 4 <= whole.length; field += 4) {
                for (int value : new int[] {0, 1, -1, 0x7FFFFFFF, 0x80000000, 0x00FFFFFF}) {
                    var wrong = whole.clone();
                    ByteBuffer.wrap(wrong).putInt(edge + field, value);
                    tried(wrong);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"progressive", "fragmented"})
    void survivesMutations(String form) throws IOException {
        long seed = Long.getLong("perennial.seed", new Random().nextLong());
        System.out.printf("mutations of a %s file: seed %d%n", form, seed);
        var random = new Random(seed);
        var whole = file(form);
        var edges = edges(whole);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            var wrong = whole.clone();
            for (int k = random.nextInt(4); k >= 0; k--) {
                int at = Math.min(wrong.length - 1, edges.get(random.nextInt(edges.size())) + random.nextInt(200));
                wrong[at] = (byte) random.nextInt(256);
            }
            if (!tried(wrong)) refused++;
        }
        assertThat(refused).as("refused of %d", MUTATIONS).isBetween(MUTATIONS / 20, MUTATIONS);
    }

    /** Reads and joins it with itself; tells whether that went. Nothing but a refusal may be thrown. */
    private static boolean tried(byte[] bytes) throws IOException {
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        boolean joined = joined(bytes);
        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_MEMORY);
        return joined;
    }

    private static boolean joined(byte[] bytes) throws IOException {
        var source = ByteSource.of(bytes);
        try {
            var movie = Mp4Reader.read(source);
            var video = movie.first(Track.Kind.VIDEO)
                    .map(track -> new Take.From(track, 0))
                    .orElse(null);
            var audio = movie.first(Track.Kind.AUDIO)
                    .map(track -> new Take.From(track, 0))
                    .orElse(null);
            if (video != null && Fitness.of(video.track(), source, false).remedy() != Fitness.Remedy.NONE) video = null;
            if (audio != null && Fitness.of(audio.track(), source, false).remedy() != Fitness.Remedy.NONE) audio = null;
            if (video == null && audio == null) return false;
            var take = new Take(video, audio);
            var view = new Joint.View(
                    List.of(take, take),
                    video == null ? null : Coding.of(video.track()),
                    audio == null ? null : Coding.of(audio.track()),
                    false);
            var file = new Joint(List.of(view)).file(0, List.of(source), Set.of());
            for (var range : file.ranges()) {
                long size = range.isOwn() ? file.own().limit() : bytes.length;
                assertThat(range.offset() + range.length()).isLessThanOrEqualTo(size);
            }
            return true;
        } catch (DamagedMp4 e) {
            assertThat(e).hasMessageEndingWith(".");
            return false;
        }
    }

    /** Where boxes begin, and where their contents do, at all depths. */
    private static List<Integer> edges(byte[] file) {
        var edges = new ArrayList<Integer>();
        edges(ByteBuffer.wrap(file), 0, file.length, edges);
        return edges;
    }

    private static void edges(ByteBuffer file, int from, int to, List<Integer> edges) {
        for (int at = from; at + 8 <= to; ) {
            int size = file.getInt(at);
            edges.add(at);
            edges.add(at + 8);
            if (CONTAINERS.contains(Box.type(file, at + 4))) edges(file, at + 8, at + size, edges);
            if (size < 8) return;
            at += size;
        }
    }
}
