package perennial.video;

import java.time.Duration;

/**
 * The pictures of a file.
 *
 * @param index the stream's place in the file
 * @param codec FFmpeg's name: {@code h264}
 * @param profile as FFmpeg names it: {@code High}
 * @param frameRate pictures a second, on average; a recording may vary it
 * @param frames how many pictures the file says it has
 * @param setup a hash of the decoder's set-up (for H.264: profile, level, parameter sets); equal set-ups can share one track
 * @param timescale ticks a second of the track's clock
 * @param start when the first picture shows
 * @param length from the start of the file to the end of the last picture
 */
public record VideoTrack(
        int index,
        String codec,
        String profile,
        int width,
        int height,
        String pixelFormat,
        double frameRate,
        long frames,
        String setup,
        int timescale,
        Duration start,
        Duration length) {}
