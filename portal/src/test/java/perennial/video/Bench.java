package perennial.video;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** The module's services as tests use them: the real FFmpeg, unpacked once below the build folder. */
final class Bench {
    static final VideoProperties PROPERTIES =
            new VideoProperties(Duration.ofMinutes(5), DataSize.ofGigabytes(4), 2, false);
    static final FFmpeg FFMPEG = new FFmpeg(Path.of("target", "tools"), PROPERTIES);
    static final Prober PROBER = new Prober(FFMPEG);
    static final Joiner JOINER = new Joiner(FFMPEG, PROPERTIES);
    static final Joiner SPLICER =
            new Joiner(FFMPEG, new VideoProperties(Duration.ofMinutes(5), DataSize.ofGigabytes(4), 2, true));

    private static final boolean FULL = Boolean.getBoolean("perennial.full");
    /** For one run of a test's own: a film of 200 joins takes long where the machine is busy. */
    private static final Duration LIMIT = Duration.ofMinutes(FULL ? 60 : 2);

    private Bench() {}

    static FFmpegOutput ffmpeg(Path folder, List<Path> reads, List<String> words) {
        return FFMPEG.run(new FFmpegRun(FFmpegRun.FFMPEG, "A test's work", reads, folder, LIMIT, words));
    }

    static FFmpegOutput ffprobe(Path file, List<String> words) {
        var all = new java.util.ArrayList<>(words);
        all.addAll(FFmpegRun.input(file, Container.MP4));
        return FFMPEG.run(new FFmpegRun(FFmpegRun.FFPROBE, "A test's look", List.of(file), null, LIMIT, all));
    }

    /** When each picture is due, in seconds. */
    static List<Double> pictureTimes(Path file) {
        return ffprobe(file, List.of("-select_streams", "v:0", "-show_entries", "frame=pts_time", "-of", "csv=p=0"))
                .text()
                .lines()
                .map(line -> line.replace(",", ""))
                .filter(line -> !line.isBlank())
                .map(Double::parseDouble)
                .toList();
    }
}
