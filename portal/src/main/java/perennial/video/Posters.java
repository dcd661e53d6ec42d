package perennial.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** Takes a still picture out of a video, for lists and for the time before it plays. */
@Service
public class Posters {
    private static final int WIDTH = 640;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** How far to look for a picture that is not black: recordings often begin with one. */
    private static final Duration SEARCH = Duration.ofSeconds(10);

    private final FFmpeg ffmpeg;

    public Posters(FFmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** A good moment for a poster: a tenth into the video, but not beyond 5 s. */
    public static Duration moment(Duration length) {
        var tenth = length.dividedBy(10);
        return tenth.compareTo(Duration.ofSeconds(5)) < 0 ? tenth : Duration.ofSeconds(5);
    }

    /**
     * Writes a JPEG, 640 pixels wide, of the first picture from {@code at} on that is not black; if all of the next
     * 10 s is, of the one at {@code at}. Replaces {@code jpegTarget} at once, or leaves it as it was.
     *
     * @throws MediaException.NotMedia if the file is none
     * @throws MediaException.Failed if the video has no pictures there
     */
    public void poster(Path video, Container container, Duration at, Path jpegTarget) {
        FirstLook.at(video);
        var folder = FFmpegRun.beside(jpegTarget);
        try {
            var part = Files.createTempFile(folder, "poster", ".part.jpg");
            try {
                shoot(
                        video,
                        container,
                        at,
                        part,
                        "blackframe=amount=0:threshold=32,metadata=select:"
                                + "key=lavfi.blackframe.pblack:value=95:function=less,");
                if (Files.size(part) == 0) shoot(video, container, at, part, "");
                if (Files.size(part) == 0) throw new MediaException.Failed("The video has no picture at " + at + ".");
                Files.move(part, jpegTarget, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void shoot(Path video, Container container, Duration at, Path part, String filter) {
        var words = new ArrayList<>(List.of("-ss", seconds(at), "-t", seconds(SEARCH)));
        words.addAll(FFmpegRun.input(video, container));
        words.addAll(List.of("-map", "0:v:0", "-frames:v", "1", "-vf"));
        words.add(filter + "scale=%d:-2:flags=lanczos,setsar=1".formatted(WIDTH));
        words.addAll(List.of("-c:v", "mjpeg", "-q:v", "4", "-pix_fmt", "yuvj420p", "-f", "image2", "-update", "1"));
        words.add(String.valueOf(part.getFileName()));
        ffmpeg.run(new FFmpegRun(
                FFmpegRun.FFMPEG, "Taking a still picture", List.of(video), FFmpegRun.beside(part), LIMIT, words));
    }

    private static String seconds(Duration at) {
        return "%d.%06d".formatted(at.toSeconds(), at.toNanosPart() / 1000);
    }
}
