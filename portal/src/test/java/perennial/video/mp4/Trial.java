package perennial.video.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Tries one file in many damaged forms: each is read and joined with itself, and ends in a sound plan or a refusal with a
 * reason. Runs as a program, so that the memory it may take is bounded by its Java: see {@link HostileFilesTest}.
 */
final class Trial {
    private static final Set<String> CONTAINERS =
            Set.of("moov", "trak", "mdia", "minf", "stbl", "edts", "dinf", "mvex", "moof", "traf");
    private static final int[] CLAIMS = {0, 1, -1, 0x7FFFFFFF, 0x80000000, 0x00FFFFFF};

    private final byte[] whole;
    private final List<Integer> edges = new ArrayList<>();

    private Trial(byte[] whole) {
        this.whole = whole;
        edges(ByteBuffer.wrap(whole), 0, whole.length);
    }

    /** Arguments: the file, how many mutations, their seed. */
    public static void main(String[] arguments) throws IOException {
        var trial = new Trial(Files.readAllBytes(Path.of(arguments[0])));
        int mutations = Integer.parseInt(arguments[1]);
        assertThat(joined(trial.whole)).isTrue();
        assertThat(trial.edges).hasSizeGreaterThan(40);
        assertThat(trial.truncated()).as("refused where it ends early").isGreaterThan(trial.edges.size());
        assertThat(trial.claimed()).as("refused with other numbers").isGreaterThan(trial.edges.size());
        assertThat(trial.mutated(mutations, new Random(Long.parseLong(arguments[2]))))
                .as("refused of %d", mutations)
                .isBetween(mutations / 20, mutations);
    }

    /** Ended at every edge of a box, and beside it. */
    private int truncated() throws IOException {
        int refused = 0;
        for (int edge : edges) {
            for (int length : new int[] {edge - 1, edge, edge + 1, edge + 4}) {
                if (length < 0 || length >= whole.length) continue;
                if (!joined(Arrays.copyOf(whole, length))) refused++;
            }
        }
        return refused;
    }

    /** With another number in every field near the beginning of every box, counts and sizes among them. */
    private int claimed() throws IOException {
        int refused = 0;
        for (int edge : edges) {
            for (int field = 0; field < 24 && edge + field + 4 <= whole.length; field += 4) {
                for (int claim : CLAIMS) {
                    var wrong = whole.clone();
                    ByteBuffer.wrap(wrong).putInt(edge + field, claim);
                    if (!joined(wrong)) refused++;
                }
            }
        }
        return refused;
    }

    private int mutated(int times, Random random) throws IOException {
        int refused = 0;
        for (int i = 0; i < times; i++) {
            var wrong = whole.clone();
            for (int k = random.nextInt(4); k >= 0; k--) {
                int at = Math.min(wrong.length - 1, edges.get(random.nextInt(edges.size())) + random.nextInt(200));
                wrong[at] = (byte) random.nextInt(256);
            }
            if (!joined(wrong)) refused++;
        }
        return refused;
    }

    /** Tells whether it could be joined. Nothing but a refusal may be thrown. */
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
            joined(new Take(video, audio), source, false);
            if (video != null) joined(new Take(video, audio), source, true);
            return true;
        } catch (DamagedMp4 e) {
            assertThat(e).hasMessageEndingWith(".");
            return false;
        }
    }

    /** With itself; then the joined file's own tables are read, which finds offsets outside of it. */
    private static void joined(Take take, ByteSource source, boolean splice) throws IOException, DamagedMp4 {
        var video = take.video();
        var audio = take.audio();
        var pictures = video == null ? null : Coding.of(video.track());
        var view = new Joint.View(
                List.of(take, take),
                pictures != null && splice ? pictures.spliced() : pictures,
                audio == null ? null : Coding.of(audio.track()),
                splice);
        var file = new Joint(List.of(view)).file(0, List.of(source), Set.of());
        for (var range : file.ranges()) {
            long size = range.isOwn() ? file.own().limit() : source.size();
            assertThat(range.offset() + range.length()).isLessThanOrEqualTo(size);
        }
        try {
            Mp4Reader.read(new Laid(file));
        } catch (DamagedMp4 e) {
            // Two claims that each pass may together be beyond a recording's bounds; but they may not be wrong.
            assertThat(e.getMessage()).doesNotContain("cut off", "contradict", "too short", "belong");
        }
    }

    /** A joined file's header, as much as a reader of tables asks for; what follows is not looked at. */
    private record Laid(JoinedFile file) implements ByteSource {
        @Override
        public long size() {
            return file.length();
        }

        @Override
        public void read(long offset, ByteBuffer into) {
            int header = (int) file.ranges().getFirst().length();
            while (into.hasRemaining()) {
                into.put(offset < header ? file.own().get((int) offset) : 0);
                offset++;
            }
        }
    }

    /** Where boxes begin, and where their contents do, at all depths. */
    private void edges(ByteBuffer file, int from, int to) {
        for (int at = from; at + 8 <= to; ) {
            int size = file.getInt(at);
            edges.add(at);
            edges.add(at + 8);
            if (CONTAINERS.contains(Box.type(file, at + 4))) edges(file, at + 8, at + size);
            if (size < 8) return;
            at += size;
        }
    }
}
