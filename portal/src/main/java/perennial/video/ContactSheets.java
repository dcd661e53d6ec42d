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

/** Takes small still pictures out of a whole video, in rows on one sheet, to be shown while somebody moves through it. */
@Service
public class ContactSheets {
    /** Pictures in a row. */
    public static final int COLUMNS = 10;
    /** Of one picture, in pixels. Another shape is fitted in, with black beside it. */
    public static final int WIDTH = 160;

    public static final int HEIGHT = 90;

    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final FFmpeg ffmpeg;

    public ContactSheets(FFmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Writes a JPEG of {@code pictures} pictures, the first of the beginning, each {@code between} after the one before. Only
     * pictures that need no other one are decoded, so a picture may be from a moment earlier or later. Replaces {@code
     * jpegTarget} at once, or leaves it as it was.
     *
     * @throws MediaException.NotMedia if the file is none
     * @throws MediaException.Failed if FFmpeg finds no pictures
     */
    public void sheet(Path video, Container container, Duration between, int pictures, Path jpegTarget) {
        FirstLook.at(video);
        var folder = FFmpegRun.beside(jpegTarget);
        try {
            var part = Files.createTempFile(folder, "sheet", ".part.jpg");
            try {
                shoot(video, container, between, pictures, part);
                if (Files.size(part) == 0) throw new MediaException.Failed("The video has no pictures.");
                Files.move(part, jpegTarget, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last picture is repeated to the end of the sheet, so that it is whole whatever the file ends with. */
    private void shoot(Path video, Container container, Duration between, int pictures, Path part) {
        var rows = (pictures + COLUMNS - 1) / COLUMNS;
        var words = new ArrayList<>(List.of("-skip_frame", "nokey"));
        words.addAll(FFmpegRun.input(video, container));
        words.addAll(List.of("-map", "0:v:0", "-frames:v", "1", "-vf"));
        words.add("fps=1000/%d:start_time=0,tpad=stop=-1:stop_mode=clone,".formatted(between.toMillis())
                + "scale=%1$d:%2$d:force_original_aspect_ratio=decrease,pad=%1$d:%2$d:-1:-1,setsar=1,"
                        .formatted(WIDTH, HEIGHT)
                + "tile=%dx%d".formatted(COLUMNS, rows));
        words.addAll(List.of("-c:v", "mjpeg", "-q:v", "6", "-pix_fmt", "yuvj420p", "-f", "image2", "-update", "1"));
        words.add(String.valueOf(part.getFileName()));
        ffmpeg.run(new FFmpegRun(
                FFmpegRun.FFMPEG, "Taking small pictures", List.of(video), FFmpegRun.beside(part), LIMIT, words));
    }
}
