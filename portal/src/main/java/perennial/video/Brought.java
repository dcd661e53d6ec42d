package perennial.video;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody brings, as it was looked at.
 *
 * @param length zero where the file does not say
 * @param pictures the first video track; absent: there is nothing to look at
 * @param sound the first audio track
 * @param inFront whether it starts to play before its end has arrived
 */
public record Brought(
        FileFormat format,
        Duration length,
        @Nullable Pictures pictures,
        @Nullable Sound sound,
        boolean inFront) {
    /**
     * @param width as shown, in pixels; a turned picture is measured as it stands
     * @param plays whether browsers play this coding
     */
    record Pictures(int index, int width, int height, boolean plays) {}

    /**
     * @param plays whether browsers play this coding
     */
    record Sound(int index, int channels, boolean plays) {}

    /** Whether browsers play it as it is. */
    public boolean playable() {
        return format == FileFormat.MP4
                && inFront
                && (pictures == null || pictures.plays)
                && (sound == null || sound.plays);
    }

    public boolean audioOnly() {
        return pictures == null;
    }

    /** In pixels; 0 where there is nothing to look at. */
    public int width() {
        return pictures == null ? 0 : pictures.width;
    }

    /** In pixels; 0 where there is nothing to look at. */
    public int height() {
        return pictures == null ? 0 : pictures.height;
    }
}
