package perennial.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What FFmpeg is to make of one segment, so that it fits to the others.
 *
 * @param shape of pictures that are coded anew
 * @param tone of sound that is coded anew
 */
record Recipe(Treatment pictures, Shape shape, Treatment sound, Tone tone) {
    private static final Map<Integer, String> PROFILES = Map.of(66, "baseline", 77, "main", 100, "high");

    /** What is done with one track. */
    enum Treatment {
        LEAVE_OUT,
        COPY,
        ENCODE
    }

    /**
     * @param profile of H.264, by its number
     * @param set the number that its parameter sets bear, so that they can stand beside those of others
     */
    record Shape(int width, int height, int profile, int set) {}

    record Tone(int rate, int channels) {}

    /** Equal recipes have equal texts. */
    String text() {
        var pictureText = pictures == Treatment.ENCODE
                ? " %dx%d profile %d set %d".formatted(shape.width, shape.height, shape.profile, shape.set)
                : "";
        var soundText = sound == Treatment.ENCODE ? " %d Hz x %d".formatted(tone.rate, tone.channels) : "";
        return "pictures %s%s, sound %s%s".formatted(pictures, pictureText, sound, soundText);
    }

    /** FFmpeg's words between input and output. */
    List<String> words() {
        var words = new ArrayList<String>();
        if (pictures != Treatment.LEAVE_OUT) words.addAll(List.of("-map", "0:v:0"));
        if (sound != Treatment.LEAVE_OUT) words.addAll(List.of("-map", "0:a:0?"));
        if (pictures == Treatment.COPY) words.addAll(List.of("-c:v", "copy"));
        if (pictures == Treatment.ENCODE) {
            // Every picture stays, at its own time.
            var fit = "scale=%1$d:%2$d:force_original_aspect_ratio=decrease,pad=%1$d:%2$d:-1:-1,setsar=1,format=yuv420p"
                    .formatted(shape.width, shape.height);
            words.addAll(List.of("-vf", fit, "-fps_mode", "passthrough", "-enc_time_base", "demux"));
            words.addAll(encoder(shape));
        }
        if (sound == Treatment.COPY) words.addAll(List.of("-c:a", "copy"));
        if (sound == Treatment.ENCODE) {
            words.addAll(List.of("-af", "aresample=async=1:min_hard_comp=0.02:first_pts=0"));
            words.addAll(List.of("-c:a", "aac", "-profile:a", "aac_low", "-b:a", tone.channels * 64 + "k"));
            words.addAll(List.of("-ar", String.valueOf(tone.rate), "-ac", String.valueOf(tone.channels)));
        }
        words.addAll(List.of("-map_metadata", "-1", "-movie_timescale", "90000", "-f", "mp4"));
        return words;
    }

    static List<String> encoder(Shape shape) {
        var words = new ArrayList<>(List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-bf", "0"));
        words.addAll(List.of("-g", "250", "-x264-params", "sps-id=" + shape.set));
        words.addAll(List.of("-profile:v", PROFILES.getOrDefault(shape.profile, "high")));
        return words;
    }
}
