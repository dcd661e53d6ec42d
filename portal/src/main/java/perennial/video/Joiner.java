package perennial.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.util.FileSystemUtils;

/**
 * Joins the segments of one view to one MP4 that plays as it loads. Coded pictures and sound are taken as they are wherever
 * the segments match; what differs is made to match the longest, and nothing else is touched. Sound and picture never
 * drift: see {@link SoundPlan} and {@link JoinWork}.
 */
@Service
public class Joiner {
    private final FFmpeg ffmpeg;
    private final Prober prober;

    public Joiner(FFmpeg ffmpeg, Prober prober) {
        this.ffmpeg = ffmpeg;
        this.prober = prober;
    }

    /**
     * Joins {@code segments} in their order. Works in a folder beside {@code target}, which needs room for all segments, and
     * writes {@code target} at once or not at all. Safe to repeat. With one segment nothing is written: its file is the
     * result as it is.
     *
     * @param segments all of one view; one at least has a file
     * @throws MediaException.NotMedia if a segment's file cannot be read
     * @throws MediaException.Failed if FFmpeg cannot make it, or what it made has other pictures than the parts
     * @throws MediaException.TooLong if it takes longer than allowed
     */
    public JoinResult join(List<SegmentFile> segments, Path target) {
        if (segments.stream().allMatch(segment -> segment.file() == null)) {
            throw new IllegalArgumentException("a view without a single file");
        }
        var sources = sources(segments);
        var only = sources.getFirst().probe();
        if (sources.size() == 1 && only != null) return new JoinResult(true, only.length(), List.of("as it is"));
        try {
            return make(sources, target);
        } catch (IOException e) {
            throw new UncheckedIOException("Joining the parts did not succeed", e);
        }
    }

    private JoinResult make(List<JoinSource> sources, Path target) throws IOException {
        var last = sources.getLast();
        var sound = SoundPlan.of(sources, last.at().plus(last.segment().length()));
        var pictures = PicturePlan.of(sources);
        var folder = Files.createTempDirectory(FFmpegRun.beside(target), ".join-");
        try {
            new JoinWork(ffmpeg, folder, sources, pictures, sound).run();
            var joined = folder.resolve(JoinWork.JOINED);
            var result = prober.probe(joined, Container.MP4);
            compare(sources, pictures, result);
            Files.move(joined, target, StandardCopyOption.ATOMIC_MOVE);
            return new JoinResult(false, result.length(), remarks(sources.size(), pictures, sound));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private List<JoinSource> sources(List<SegmentFile> segments) {
        var sources = new ArrayList<JoinSource>();
        var at = Duration.ZERO;
        for (var segment : segments) {
            var file = segment.file();
            var probe = file == null ? null : prober.probe(file, segment.container());
            var runUp = Duration.ZERO;
            if (file != null && probe != null && probe.audio() != null) {
                runUp = prober.runUp(file, segment.container());
            }
            sources.add(new JoinSource(segment, at, probe, runUp));
            at = at.plus(segment.length());
        }
        return sources;
    }

    /** The proof that no picture was lost or doubled on the way. */
    private static void compare(List<JoinSource> sources, PicturePlan pictures, Probe result) {
        boolean filled = pictures.steps().stream().anyMatch(step -> step.treatment() == PicturePlan.Treatment.BLACK);
        long expected = sources.stream()
                .map(JoinSource::video)
                .mapToLong(video -> video == null ? 0 : video.frames())
                .sum();
        var video = result.video();
        long found = video == null ? 0 : video.frames();
        if (filled ? found < expected : found != expected) {
            throw new MediaException.Failed(
                    "The parts have %d pictures, joined they have %d.".formatted(expected, found));
        }
    }

    private static List<String> remarks(int count, PicturePlan pictures, SoundPlan sound) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var words = Stream.of(
                                    pictures.steps().isEmpty()
                                            ? ""
                                            : pictures.steps().get(i).remark(),
                                    sound.steps().isEmpty()
                                            ? ""
                                            : sound.steps().get(i).remark())
                            .filter(remark -> !remark.isEmpty())
                            .toList();
                    return words.isEmpty() ? "copied" : String.join("; ", words);
                })
                .toList();
    }
}
