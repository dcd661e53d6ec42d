package perennial.video;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import perennial.storage.BlobId;

/**
 * Joins the given files several times and prints, a line a run, milliseconds, bytes written and samples. The first run pays
 * for loading the classes, as the first join after a start does. Started by {@code bench/join/run}.
 */
final class JoinBenchmark implements FittedFiles {
    private final Path folder;

    private JoinBenchmark(Path folder) {
        this.folder = folder;
    }

    /** Arguments: folder to write to, how many runs, files. Or "tools" and a folder, to unpack FFmpeg there and print its place. */
    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("tools")) {
            System.out.println(FFmpegTools.unpack(Path.of(arguments[1])).program(FFmpegRun.FFMPEG));
            return;
        }
        var folder = Path.of(arguments[0]);
        var joiner = new Joiner(
                new FFmpeg(
                        folder.resolve("tools"),
                        new VideoProperties(Duration.ofMinutes(5), DataSize.ofGigabytes(4), 1, false)),
                new VideoProperties(Duration.ofMinutes(5), DataSize.ofGigabytes(4), 1, false));
        for (int run = Integer.parseInt(arguments[1]); run > 0; run--) {
            var files = new ArrayList<@Nullable MediaFile>();
            var none = new ArrayList<@Nullable MediaFile>();
            for (var name : Arrays.asList(arguments).subList(2, arguments.length)) {
                files.add(new MediaFile(BlobId.random(), Path.of(name), Container.MP4));
                none.add(null);
            }
            long start = System.nanoTime();
            var joined = joiner.join(List.of(new SegmentsOfView("view", files, none)), new JoinBenchmark(folder));
            var own = joined.views().getFirst().own();
            try (var out = FileChannel.open(
                    folder.resolve("own.bin"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                out.write(own.duplicate());
                out.force(true);
            }
            System.out.printf("%d %d%n", (System.nanoTime() - start) / 1_000_000, own.limit());
        }
        Files.deleteIfExists(folder.resolve("own.bin"));
    }

    @Override
    public Optional<MediaFile> find(BlobId source, String recipe) {
        return Optional.empty();
    }

    @Override
    public MediaFile keep(BlobId source, String recipe, Path made) {
        throw new IllegalStateException("the benchmark's files fit");
    }

    @Override
    public Path scratch() {
        return folder;
    }
}
