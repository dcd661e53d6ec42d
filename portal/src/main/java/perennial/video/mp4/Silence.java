package perennial.video.mp4;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Frames of AAC-LC in which nothing is heard. By their structure they are the same at every sample rate: one element without
 * any coded band, and the mark of the end.
 */
final class Silence {
    private static final byte[] MONO = HexFormat.of().parseHex("01182007");
    private static final byte[] STEREO = HexFormat.of().parseHex("211004608c1c");

    private Silence() {}

    /** One frame; {@code channels} is 1 or 2. */
    static byte[] frame(int channels) {
        var frame = channels == 1 ? MONO : STEREO;
        return Arrays.copyOf(frame, frame.length);
    }
}
