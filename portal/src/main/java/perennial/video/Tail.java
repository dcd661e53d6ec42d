package perennial.video;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The end of a stream, for messages: what a program says last is mostly why it stopped. */
final class Tail {
    private Tail() {}

    /** Reads {@code in} to its end and gives its last {@code most} bytes. */
    static byte[] read(InputStream in, int most) throws IOException {
        var kept = new byte[0];
        var buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            int from = Math.max(0, kept.length + n - most);
            var joined = Arrays.copyOf(kept, kept.length + n);
            System.arraycopy(buffer, 0, joined, kept.length, n);
            kept = from == 0 ? joined : Arrays.copyOfRange(joined, from, joined.length);
        }
        return kept;
    }
}
