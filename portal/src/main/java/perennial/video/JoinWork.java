package perennial.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One join under way, in a folder of its own.
 *
 * <p>Sound and pictures are strung together apart. The pictures go through FFmpeg's {@code concat} reader, which takes the
 * moment each file begins from our list and adds it to the file's own times. Left to itself it would use each file's
 * length, which differs between sound and pictures, and drift. The sound is cut into frames and laid in one row
 * ({@link SoundPlan}): its reader would leave the encoders' run-up in between, as overlaps, which players do not heed.
 */
final class JoinWork {
    private static final String SOUND = "sound.aac";
    private static final String LIST = "pictures.txt";
    static final String JOINED = "joined.mp4";
    /**
     * Keeps decoding times rising where a segment whose pictures need reordering follows one whose do not: its first ones
     * are due before the last one of the segment in front. The times they are shown at stay.
     */
    private static final String RISING = "setts=dts=max(DTS\\,PREV_OUTDTS+1):pts=max(PTS\\,max(DTS\\,PREV_OUTDTS+1))";

    private final FFmpeg ffmpeg;
    private final Path folder;
    private final List<JoinSource> sources;
    private final PicturePlan pictures;
    private final SoundPlan sound;
    private final List<Duration> starts;

    JoinWork(FFmpeg ffmpeg, Path folder, List<JoinSource> sources, PicturePlan pictures, SoundPlan sound) {
        this.ffmpeg = ffmpeg;
        this.folder = folder;
        this.sources = sources;
        this.pictures = pictures;
        this.sound = sound;
        this.starts = PictureTimes.of(sources, sound);
    }

    /** Does it all; the result is {@link #JOINED} in the folder. */
    void run() throws IOException {
        var words = new ArrayList<>(List.of("-copyts"));
        var maps = new ArrayList<String>();
        if (pictures.model() != null) {
            var offset = preparePictures();
            words.addAll(List.of("-protocol_whitelist", "file", "-format_whitelist", "concat,mov"));
            words.addAll(List.of("-itsoffset", seconds(offset), "-auto_convert", pictures.mixed() ? "1" : "0"));
            words.addAll(List.of("-safe", "1", "-f", "concat", "-i", LIST));
            maps.addAll(List.of("-map", "0:v:0", "-bsf:v", RISING));
        }
        if (!sound.steps().isEmpty()) {
            prepareSound();
            maps.addAll(List.of("-map", pictures.model() == null ? "0:a:0" : "1:a:0"));
            words.addAll(List.of("-itsoffset", seconds(sound.shift()), "-protocol_whitelist", "file"));
            words.addAll(List.of("-f", "aac", "-i", SOUND));
        }
        words.addAll(maps);
        words.addAll(List.of("-c", "copy", "-map_metadata", "-1", "-movflags", "+faststart", "-f", "mp4", JOINED));
        ffmpeg("Joining the parts", words);
    }

    /** Gives when the first pictures begin. */
    private Duration preparePictures() throws IOException {
        var list = new StringBuilder("ffconcat version 1.0\n");
        Duration first = null;
        Duration last = null;
        for (int i = 0; i < sources.size(); i++) {
            var treatment = pictures.steps().get(i).treatment();
            if (treatment == PicturePlan.Treatment.HOLD) continue;
            var start = starts.get(i).plus(fileStart(i, treatment));
            var name = "part%d.mp4".formatted(i);
            switch (treatment) {
                case COPY -> Files.createSymbolicLink(folder.resolve(name), file(i).toAbsolutePath());
                case REPACK -> repack(i, name);
                case ENCODE -> encode(i, name);
                case BLACK, HOLD -> black(i, name);
            }
            if (last != null)
                list.append("duration ").append(seconds(start.minus(last))).append('\n');
            if (first == null) first = start;
            list.append("file ").append(name).append('\n');
            last = start;
        }
        Files.writeString(folder.resolve(LIST), list);
        return Objects.requireNonNull(first, "a plan with a model has pictures");
    }

    /** FFmpeg counts a file's time from its first track's start, so that much is added to where the file begins. */
    private Duration fileStart(int i, PicturePlan.Treatment treatment) {
        var video = sources.get(i).video();
        return switch (treatment) {
            case COPY -> sources.get(i).fileStart();
            case REPACK, ENCODE -> video == null ? Duration.ZERO : video.start();
            case BLACK, HOLD -> Duration.ZERO;
        };
    }

    private void repack(int i, String name) {
        var words = new ArrayList<>(List.of("-copyts"));
        words.addAll(FFmpegRun.input(file(i), sources.get(i).segment().container()));
        words.addAll(List.of("-map", "0:v:0", "-c", "copy"));
        words.addAll(target(name));
        ffmpeg("Repacking a part", words);
    }

    /** Keeps every picture and its time, so that the joined video has as many as its parts. */
    private void encode(int i, String name) {
        var model = model();
        var fit = "scale=%1$d:%2$d:force_original_aspect_ratio=decrease,pad=%1$d:%2$d:-1:-1,setsar=1,format=%3$s"
                .formatted(model.width(), model.height(), pixels());
        var words = new ArrayList<>(List.of("-copyts"));
        words.addAll(FFmpegRun.input(file(i), sources.get(i).segment().container()));
        words.addAll(List.of("-map", "0:v:0", "-vf", fit, "-fps_mode", "passthrough", "-enc_time_base", "demux"));
        words.addAll(encoder());
        words.addAll(target(name));
        ffmpeg("Encoding a part anew", words);
    }

    private void black(int i, String name) {
        var length = seconds(sources.get(i).segment().length());
        var words = new ArrayList<>(List.of("-f", "lavfi", "-i"));
        words.add("color=c=black:s=%dx%d:r=1:d=%s,format=%s"
                .formatted(model().width(), model().height(), length, pixels()));
        words.addAll(encoder());
        words.addAll(target(name));
        ffmpeg("Making a black picture", words);
    }

    private static List<String> encoder() {
        return List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-bf", "0", "-g", "250");
    }

    private List<String> target(String name) {
        return List.of("-video_track_timescale", String.valueOf(model().timescale()), "-f", "mp4", name);
    }

    private void prepareSound() throws IOException {
        try (var row = new SoundRow(folder.resolve(SOUND), silence())) {
            for (int i = 0; i < sources.size(); i++) {
                var step = sound.steps().get(i);
                if (step.treatment() == SoundPlan.Treatment.SILENCE) continue;
                var name = "sound%d.aac".formatted(i);
                extract(i, step.treatment(), name);
                row.fillTo(step.firstFrame());
                row.copy(folder.resolve(name), i + 1 < sources.size() ? limit(i + 1) : Long.MAX_VALUE);
                Files.delete(folder.resolve(name));
            }
            row.fillTo(sound.frames());
        }
    }

    /** A silent segment yields to the last frames of the one before: nothing of its own is lost. */
    private long limit(int next) {
        for (int i = next; i < sources.size(); i++) {
            var step = sound.steps().get(i);
            if (step.treatment() != SoundPlan.Treatment.SILENCE) return step.firstFrame();
        }
        return Long.MAX_VALUE;
    }

    private void extract(int i, SoundPlan.Treatment treatment, String name) {
        var words = new ArrayList<String>();
        words.addAll(FFmpegRun.input(file(i), sources.get(i).segment().container()));
        words.addAll(List.of("-map", "0:a:0"));
        if (treatment == SoundPlan.Treatment.COPY) {
            words.addAll(List.of("-c", "copy"));
        } else {
            words.addAll(List.of("-af", "aresample=async=1:min_hard_comp=0.02:first_pts=0"));
            words.addAll(aac());
        }
        words.addAll(List.of("-f", "adts", name));
        ffmpeg("Taking the sound out of a part", words);
    }

    /** One frame of silence out of the middle of many, where the encoder has settled. */
    private byte[] silence() throws IOException {
        var words = new ArrayList<>(List.of("-f", "lavfi", "-i"));
        words.add("anullsrc=r=%d:cl=%s:d=1".formatted(sound.sampleRate(), sound.channels() == 1 ? "mono" : "stereo"));
        words.addAll(aac());
        words.addAll(List.of("-f", "adts", "silence.aac"));
        ffmpeg("Making silence", words);
        try (var frames = AdtsFrames.open(folder.resolve("silence.aac"))) {
            for (int i = 0; i < 3; i++) frames.next();
            return Objects.requireNonNull(frames.next(), "a second of silence has more than four frames");
        }
    }

    private List<String> aac() {
        return List.of(
                "-c:a",
                "aac",
                "-profile:a",
                "aac_low",
                "-b:a",
                sound.channels() * 64 + "k",
                "-ar",
                String.valueOf(sound.sampleRate()),
                "-ac",
                String.valueOf(sound.channels()));
    }

    private void ffmpeg(String work, List<String> words) {
        var reads =
                sources.stream().map(JoinSource::file).filter(Objects::nonNull).toList();
        ffmpeg.run(new FFmpegRun(FFmpegRun.FFMPEG, work, reads, folder, ffmpeg.longestRun(), words));
    }

    private Path file(int i) {
        return Objects.requireNonNull(sources.get(i).file(), "only a file is copied or encoded");
    }

    private VideoTrack model() {
        return Objects.requireNonNull(pictures.model(), "pictures are made only where there are some");
    }

    private String pixels() {
        return model().pixelFormat().isEmpty() ? "yuv420p" : model().pixelFormat();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.6f", time.toNanos() / 1e9);
    }
}
