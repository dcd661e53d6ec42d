package perennial.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** Tiny real files as people bring them, of all kinds, made once a build with the bundled FFmpeg. */
public final class OddClips {
    private static final Path FOLDER = Path.of("target", "clips", "odd").toAbsolutePath();
    private static final FFmpeg FFMPEG = new FFmpeg(
            Path.of("target", "tools").toAbsolutePath(),
            new VideoProperties(Duration.ofMinutes(5), DataSize.ofGigabytes(4), 2, false));
    private static final List<String> PICTURES = List.of("-f", "lavfi", "-i", "testsrc2=s=160x96:r=10:d=3");
    private static final List<String> SOUND = List.of("-f", "lavfi", "-i", "sine=f=300:r=32000:d=3");
    private static final List<String> H264 = List.of("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p");

    private OddClips() {}

    /** Three seconds of H.264 and PCM in a QuickTime file whose tables are at its end. */
    public static Path mov() {
        return make("clip.mov", "mov", both(H264, List.of("-c:a", "pcm_s16le")));
    }

    /** Three seconds of VP8 and Opus. */
    public static Path webm() {
        return make(
                "clip.webm",
                "webm",
                both(List.of("-c:v", "libvpx", "-deadline", "realtime"), List.of("-c:a", "libopus", "-ar", "48000")));
    }

    /** Three seconds of H.264 and AAC in Matroska. */
    public static Path mkv() {
        return make("clip.mkv", "matroska", both(H264, List.of("-c:a", "aac")));
    }

    /** A film with a file inside that is named like one outside, and a title like an option of a program. */
    static Path mkvWithAnAttachment(Path attached) {
        var words = new ArrayList<>(both(H264, List.of("-c:a", "aac")));
        words.addAll(List.of("-attach", attached.toString(), "-metadata:s:t", "mimetype=application/x-truetype-font"));
        words.addAll(List.of("-metadata:s:t", "filename=../../escaped.ttf", "-metadata", "title=-y ../../escaped.mp4"));
        return make("attached.mkv", "matroska", words, attached);
    }

    /** Pictures alone, of a changing rate: every third one is missing for a while. */
    public static Path silentAndUneven() {
        var words = new ArrayList<>(PICTURES);
        words.addAll(List.of("-vf", "select='not(between(n,5,20)*mod(n,3))'", "-fps_mode", "vfr"));
        words.addAll(H264);
        words.addAll(List.of("-movflags", "+faststart"));
        return make("silent.mp4", "mp4", words);
    }

    /** The same as an upright phone makes it: lying pictures that are shown turned. */
    public static Path turned() {
        var straight = make("straight.mp4", "mp4", both(H264, List.of("-c:a", "aac")));
        var words = new ArrayList<>(List.of("-display_rotation", "90", "-i", "file:" + straight));
        words.addAll(List.of("-c", "copy", "-movflags", "+faststart"));
        return make("turned.mp4", "mp4", words, straight);
    }

    public static Path mp3() {
        return sound("clip.mp3", "mp3", List.of("-c:a", "libmp3lame"));
    }

    public static Path wav() {
        return sound("clip.wav", "wav", List.of("-c:a", "pcm_s16le"));
    }

    /** Apple's lossless coding. */
    public static Path m4a() {
        return sound("clip.m4a", "ipod", List.of("-c:a", "alac"));
    }

    private static List<String> both(List<String> pictures, List<String> sound) {
        var words = new ArrayList<>(PICTURES);
        words.addAll(SOUND);
        words.addAll(pictures);
        words.addAll(sound);
        return words;
    }

    private static Path sound(String name, String format, List<String> coding) {
        var words = new ArrayList<>(SOUND);
        words.addAll(coding);
        return make(name, format, words);
    }

    private static synchronized Path make(String name, String format, List<String> words, Path... reads) {
        var file = FOLDER.resolve(name);
        if (Files.exists(file)) return file;
        try {
            Files.createDirectories(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var all = new ArrayList<>(words);
        all.addAll(List.of("-f", format, "file:" + file));
        FFMPEG.run(
                new FFmpegRun(FFmpegRun.FFMPEG, "A test's work", List.of(reads), FOLDER, Duration.ofMinutes(2), all));
        return file;
    }
}
