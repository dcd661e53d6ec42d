package perennial.video;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Finds out what a media file holds, and whether it is whole. Our own reader looks at its tables first; what that refuses is
 * seen by no native program.
 */
@Service
public class Prober {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final FFmpeg ffmpeg;

    public Prober(FFmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Measures a file. Takes well under a second whatever its size.
     *
     * @throws MediaException.NotMedia if it is no MP4 inside, cut off, or its tables are not those of a recording
     */
    public Probe probe(Path file, Container container) {
        FirstLook.at(file);
        var words =
                new ArrayList<>(List.of("-of", "json", "-show_format", "-show_streams", "-show_data_hash", "sha256"));
        words.addAll(FFmpegRun.input(file, container));
        return ProbeReport.read(look("Looking into the file", file, words));
    }

    /**
     * Reads the whole file and decodes a picture, to find a file that was cut off or damaged on its way. Takes about as long
     * as reading the file.
     *
     * @throws MediaException.NotMedia if anything is missing
     */
    public void verify(Path file, Container container) {
        var probe = probe(file, container);
        var words = new ArrayList<>(List.of("-xerror", "-err_detect", "explode"));
        words.addAll(FFmpegRun.input(file, container));
        words.addAll(List.of("-map", "0:v:0?", "-map", "0:a:0?", "-c", "copy", "-f", "null", "-"));
        if (probe.video() != null) words.addAll(List.of("-map", "0:v:0", "-frames:v", "1", "-f", "null", "-"));
        check(file, words);
    }

    private void check(Path file, List<String> words) {
        try {
            var run = new FFmpegRun(
                    FFmpegRun.FFMPEG, "Reading the file", List.of(file), null, ffmpeg.longestRun(), words);
            var complaints = ffmpeg.run(run).complaints();
            if (!complaints.isEmpty()) throw new MediaException.NotMedia("The file is damaged: " + complaints);
        } catch (MediaException.Failed e) {
            throw new MediaException.NotMedia("The file is damaged. " + e.getMessage());
        }
    }

    private String look(String work, Path file, List<String> words) {
        try {
            return ffmpeg.run(new FFmpegRun(FFmpegRun.FFPROBE, work, List.of(file), null, LIMIT, words))
                    .text();
        } catch (MediaException.Failed e) {
            throw new MediaException.NotMedia("The file is no video or audio file. " + e.getMessage());
        }
    }
}
