package perennial.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.unit.DataSize;

/** Tiny real media for tests of other modules, made once a build with the bundled FFmpeg. */
public final class TestClips {
    private static final Path FOLDER = Path.of("target", "clips").toAbsolutePath();
    private static final Map<String, Path> MADE = new ConcurrentHashMap<>();
    private static final FFmpeg FFMPEG = new FFmpeg(
            Path.of("target", "tools").toAbsolutePath(),
            new VideoProperties(Duration.ofMinutes(5), DataSize.ofGigabytes(4), 2, false));

    private TestClips() {}

    /** H.264 and AAC; another look makes other pictures. */
    public static Path video(int seconds, int look) {
        return MADE.computeIfAbsent(
                "v%d-%d.mp4".formatted(seconds, look),
                name -> make(
                        name,
                        seconds,
                        List.of(
                                "-f",
                                "lavfi",
                                "-i",
                                "testsrc2=s=160x96:r=10:d=%d,hue=h=%d".formatted(seconds, look * 40),
                                "-f",
                                "lavfi",
                                "-i",
                                "sine=f=%d:r=32000:d=%d".formatted(300 + look * 50, seconds),
                                "-c:v",
                                "libx264",
                                "-preset",
                                "ultrafast",
                                "-pix_fmt",
                                "yuv420p",
                                "-c:a",
                                "aac",
                                "-ac",
                                "1")));
    }

    /** AAC alone. */
    public static Path sound(int seconds, int look) {
        return MADE.computeIfAbsent(
                "s%d-%d.m4a".formatted(seconds, look),
                name -> make(
                        name,
                        seconds,
                        List.of(
                                "-f",
                                "lavfi",
                                "-i",
                                "sine=f=%d:r=32000:d=%d".formatted(300 + look * 50, seconds),
                                "-c:a",
                                "aac",
                                "-ac",
                                "1")));
    }

    /** The same as {@link #video}, its tables strewn over fragments. */
    public static Path fragmented(int seconds, int look) {
        var whole = video(seconds, look);
        var words = List.of("-movflags", "+frag_keyframe+empty_moov", "-frag_duration", "300000");
        return MADE.computeIfAbsent("f%d-%d.mp4".formatted(seconds, look), name -> copy(name, whole, words));
    }

    /** The same as {@link #video}, its bytes encrypted. */
    public static Path encrypted(int seconds, int look) {
        var whole = video(seconds, look);
        var words = new ArrayList<>(List.of("-encryption_scheme", "cenc-aes-ctr"));
        words.addAll(List.of("-encryption_key", "76a6c65c5ea762046bd749a2e632ccbb"));
        words.addAll(List.of("-encryption_kid", "a7e61c373e219033c21091fa607bf3b8"));
        return MADE.computeIfAbsent("e%d-%d.mp4".formatted(seconds, look), name -> copy(name, whole, words));
    }

    private static Path copy(String name, Path whole, List<String> words) {
        var file = FOLDER.resolve(name);
        var all = new ArrayList<>(List.of("-i", "file:" + whole, "-c", "copy"));
        all.addAll(words);
        all.addAll(List.of("-f", "mp4", "file:" + file));
        FFMPEG.run(
                new FFmpegRun(FFmpegRun.FFMPEG, "A test's work", List.of(whole), FOLDER, Duration.ofMinutes(2), all));
        return file;
    }

    private static Path make(String name, int seconds, List<String> words) {
        var file = FOLDER.resolve(name);
        if (Files.exists(file)) return file;
        try {
            Files.createDirectories(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var all = new ArrayList<>(words);
        all.addAll(List.of("-movflags", "+faststart", "-t", String.valueOf(seconds), "-f", "mp4", "file:" + file));
        FFMPEG.run(new FFmpegRun(FFmpegRun.FFMPEG, "A test's work", List.of(), FOLDER, Duration.ofMinutes(2), all));
        return file;
    }
}
