package perennial.video;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Service;

/**
 * Makes files that people bring playable in browsers: H.264 and AAC in an MP4 that begins to play at once. Tracks that are that already
 * are copied, only others are coded anew; each picture keeps its own time, and its turn.
 */
@Service
public class Playables {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String MADE = "playable.mp4";
    private static final int STEREO = 2;

    private final FFmpeg ffmpeg;
    private final Prober prober;

    public Playables(FFmpeg ffmpeg, Prober prober) {
        this.ffmpeg = ffmpeg;
        this.prober = prober;
    }

    /**
     * Looks at a file, first with our own reader; what that refuses is seen by no native program.
     *
     * @throws MediaException.NotMedia if it is no video or audio, or cut off; the message says why
     */
    public Brought look(Path file) {
        var format = FileFormat.of(file);
        boolean inFront = format == FileFormat.MP4 && FirstLook.at(file).playsAtOnce();
        var words = new ArrayList<>(List.of("-of", "json", "-show_format", "-show_streams"));
        words.addAll(input(file, format));
        try {
            var run = new FFmpegRun(FFmpegRun.FFPROBE, "Looking into the file", List.of(file), null, LIMIT, words);
            return BroughtReport.read(ffmpeg.run(run).text(), format, inFront);
        } catch (MediaException.Failed e) {
            throw new MediaException.NotMedia("The file is no video or audio, or is damaged.");
        }
    }

    /** Whether a file that is {@link Brought#playable} can be read to its end, and shows a picture. Takes as long as reading it. */
    public boolean intact(Path file, Brought brought) {
        try {
            prober.verify(file, brought.audioOnly() ? Container.M4A : Container.MP4);
            return true;
        } catch (MediaException.NotMedia e) {
            return false;
        }
    }

    /**
     * Makes a playable file of it.
     *
     * @param folder to work in, for nothing else
     * @param anew whether pictures and sound are coded anew, whatever they are
     * @param percent told how far it is, from 0 to 100, about once a second
     * @return a file in {@code folder}
     * @throws MediaException.Failed if FFmpeg cannot
     * @throws MediaException.TooLong if it takes longer than it may
     */
    public Path make(Path file, Brought brought, Path folder, boolean anew, IntConsumer percent) {
        var words = new ArrayList<>(List.of("-progress", PlayableProgress.FILE, "-nostats"));
        words.addAll(input(file, brought.format()));
        var pictures = brought.pictures();
        if (pictures != null) {
            words.addAll(List.of("-map", "0:" + pictures.index()));
            words.addAll(pictures.plays() && !anew ? List.of("-c:v", "copy") : encodedPictures());
        }
        var sound = brought.sound();
        if (sound != null) {
            words.addAll(List.of("-map", "0:" + sound.index()));
            words.addAll(sound.plays() && !anew ? List.of("-c:a", "copy") : encodedSound(sound.channels()));
        }
        words.addAll(List.of("-map_metadata", "-1", "-movflags", "+faststart", "-f", "mp4", MADE));
        try (var progress = new PlayableProgress(folder, brought.length(), percent)) {
            progress.start();
            ffmpeg.run(new FFmpegRun(
                    FFmpegRun.FFMPEG, "Making it playable", List.of(file), folder, ffmpeg.longestRun(), words));
        }
        return folder.resolve(MADE);
    }

    private static List<String> input(Path file, FileFormat format) {
        return List.of("-protocol_whitelist", "file", "-f", format.demuxer(), "-i", "file:" + file.toAbsolutePath());
    }

    /** Square points and an even size, as the coding wants it. */
    private static List<String> encodedPictures() {
        return List.of(
                "-vf",
                "scale=trunc(iw*sar/2)*2:trunc(ih/2)*2,setsar=1,format=yuv420p",
                "-fps_mode",
                "vfr",
                "-enc_time_base",
                "demux",
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-crf",
                "21",
                "-g",
                "250");
    }

    private static List<String> encodedSound(int channels) {
        int kept = Math.min(STEREO, channels);
        return List.of(
                "-af",
                "aresample=async=1",
                "-c:a",
                "aac",
                "-b:a",
                kept * 64 + "k",
                "-ac",
                String.valueOf(kept),
                "-ar",
                "48000");
    }
}
