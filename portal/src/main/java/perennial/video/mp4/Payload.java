package perennial.video.mp4;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The row of pieces behind the header, while it is laid: ranges of the sources and, in between, bytes of our own. */
final class Payload {
    static final int OWN = -1;

    private final ByteArrayOutputStream own = new ByteArrayOutputStream();
    private final Map<ByteBuffer, Integer> known = new HashMap<>();
    private final List<Range> ranges = new ArrayList<>();
    private long length;

    /**
     * One piece.
     *
     * @param source the number of the source, or {@link #OWN}
     */
    record Range(int source, long offset, long length) {}

    /** Where the next piece will begin. */
    long length() {
        return length;
    }

    List<Range> ranges() {
        return ranges;
    }

    /** All bytes of our own, each text once. */
    byte[] own() {
        return own.toByteArray();
    }

    /** Keeps bytes of our own to be laid, as often as wanted; gives where they are kept. */
    int keep(ByteBuffer bytes) {
        return known.computeIfAbsent(bytes.duplicate(), text -> {
            int at = own.size();
            var copy = new byte[text.remaining()];
            text.duplicate().get(copy);
            own.writeBytes(copy);
            return at;
        });
    }

    void layOwn(int at, int bytes) {
        lay(OWN, at, bytes);
    }

    /** Lays a range of a source. */
    void lay(int source, long offset, long bytes) {
        if (bytes == 0) return;
        ranges.add(new Range(source, offset, bytes));
        length += bytes;
    }

    /** Lays what has no other place to be kept. */
    void copy(ByteSource source, long offset, int bytes) {
        var text = ByteBuffer.allocate(bytes);
        try {
            source.read(offset, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        layOwn(keep(text.flip()), bytes);
    }
}
