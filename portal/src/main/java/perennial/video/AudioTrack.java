package perennial.video;

import java.time.Duration;

/**
 * The sound of a file.
 *
 * @param index the stream's place in the file
 * @param codec FFmpeg's name: {@code aac}
 * @param profile as FFmpeg names it: {@code LC}
 * @param sampleRate samples a second
 * @param frames how many coded frames the file says it has, those of the encoder's run-up included
 * @param setup a hash of the decoder's set-up; equal set-ups can share one track
 * @param start when the first sample is heard
 * @param length from the start of the file to the last sample
 */
public record AudioTrack(
        int index,
        String codec,
        String profile,
        int sampleRate,
        int channels,
        long frames,
        String setup,
        Duration start,
        Duration length) {}
