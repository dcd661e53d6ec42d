package perennial.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.storage.BlobId;

/** Segments joined in a folder, written out as one file, and looked at. */
final class Cut implements FittedFiles {
    private static final long MOST_COPIED = 64 << 20;

    private final Path folder;
    private final Map<BlobId, Path> files = new HashMap<>();
    private final Map<String, MediaFile> fitted = new HashMap<>();
    private final List<@Nullable MediaFile> segments = new ArrayList<>();
    private final List<@Nullable MediaFile> others = new ArrayList<>();

    Cut(Path folder) {
        this.folder = folder;
    }

    Cut add(@Nullable Path file) {
        segments.add(file == null ? null : kept(file));
        others.add(null);
        return this;
    }

    Cut heardOnly(Path file) {
        segments.add(null);
        others.add(kept(file));
        return this;
    }

    Cut addAll(List<Reel> reels) {
        for (var reel : reels) add(reel.shoot());
        return this;
    }

    SegmentsOfView view() {
        return new SegmentsOfView("active_speaker", segments, others);
    }

    Done join() throws IOException {
        return join(Bench.JOINER);
    }

    Done join(Joiner joiner) throws IOException {
        var joined = joiner.join(List.of(view()), this);
        var target = folder.resolve("joined.mp4");
        write(joined.views().getFirst(), target);
        assertThat(Bench.ffprobe(target, List.of("-show_packets", "-of", "csv")).complaints())
                .isEmpty();
        Bench.PROBER.verify(target, Container.MP4);
        return new Done(joined, target, segments);
    }

    /** Writes a joined view out, as a player would get it. The middle of a gigantic piece is left out: a hole in these tests. */
    void write(JoinedView view, Path target) throws IOException {
        Files.deleteIfExists(target);
        try (var out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long at = 0;
            for (var part : view.pieces()) {
                long head = Math.min(part.length(), MOST_COPIED);
                copy(view, part, 0, head, out, at);
                long tail = Math.max(head, part.length() - MOST_COPIED);
                copy(view, part, tail, part.length() - tail, out, at + tail);
                at += part.length();
            }
        }
    }

    private void copy(JoinedView view, JoinedView.Part part, long skip, long length, FileChannel out, long at)
            throws IOException {
        var bytes = ByteBuffer.allocate((int) length);
        var file = part.file();
        if (file == null) bytes.put(view.own().slice((int) (part.offset() + skip), bytes.capacity()));
        else {
            try (var in = FileChannel.open(files.get(file))) {
                while (bytes.hasRemaining() && in.read(bytes, part.offset() + skip + bytes.position()) > 0) {}
            }
        }
        assertThat(bytes.hasRemaining()).isFalse();
        bytes.flip();
        while (bytes.hasRemaining()) out.write(bytes, at + bytes.position());
    }

    MediaFile kept(Path file) {
        var blob = BlobId.random();
        files.put(blob, file);
        return new MediaFile(blob, file, Container.MP4);
    }

    @Override
    public Optional<MediaFile> find(BlobId source, String recipe) {
        return Optional.ofNullable(fitted.get(source + recipe));
    }

    @Override
    public MediaFile keep(BlobId source, String recipe, Path made) {
        try {
            var copy = folder.resolve("fitted%d.mp4".formatted(fitted.size()));
            Files.copy(made, copy);
            var kept = kept(copy);
            fitted.put(source + recipe, kept);
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path scratch() {
        return folder;
    }

    /** A join that was made. */
    record Done(Joined joined, Path file, List<@Nullable MediaFile> segments) {
        List<String> decisions() {
            return joined.views().getFirst().decisions().stream()
                    .map(Decision::toString)
                    .toList();
        }

        /** Every picture of the segments in order, every mark where its segment begins, sound and picture in step. */
        void playsInStep(double seconds) throws IOException {
            var seen = Screening.of(file);
            var pictures = new ArrayList<String>();
            var flashes = new ArrayList<Double>();
            var beeps = new ArrayList<Double>();
            for (int i = 0; i < segments.size(); i++) {
                var segment = segments.get(i);
                if (segment == null) continue;
                var part = Screening.byTime(segment.file());
                double at = seconds(joined.starts().get(i));
                for (var picture : part.pictures()) pictures.add(picture.segment() + "/" + picture.number());
                for (var flash : part.flashes()) flashes.add(at + flash);
                for (var beep : part.beeps()) beeps.add(at + beep);
            }
            // The black picture put in for missing ones carries number 0 of segment 0, which no reel has.
            var shown = seen.pictures().stream()
                    .map(picture -> picture.segment() + "/" + picture.number())
                    .filter(picture -> !picture.equals("0/0"))
                    .toList();
            assertThat(shown).as("pictures, in order").isEqualTo(pictures);
            inPlace("flash", seen.flashes(), flashes, seconds);
            inPlace("beep", seen.beeps(), beeps, seconds);
            assertThat(Bench.PROBER.probe(file, Container.MP4).length().toNanos() / 1e9)
                    .isEqualTo(seconds(joined.length()), within(0.045));
        }

        private static void inPlace(String what, List<Double> found, List<Double> expected, double tolerance) {
            assertThat(found).as(what).hasSameSizeAs(expected);
            double worst = 0;
            for (int i = 0; i < found.size(); i++) worst = Math.max(worst, Math.abs(found.get(i) - expected.get(i)));
            System.out.printf("%s: %d, off by at most %.2f ms%n", what, found.size(), worst * 1000);
            assertThat(worst).as(what).isLessThan(tolerance);
        }

        private static double seconds(Duration time) {
            return time.toNanos() / 1e9;
        }
    }
}
