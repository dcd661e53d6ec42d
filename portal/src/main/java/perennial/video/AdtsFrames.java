package perennial.video;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads AAC frame by frame. Each carries its own header (ADTS, ISO/IEC 13818-7, 6.2), so frames of equal kind can be strung together freely. */
final class AdtsFrames implements Closeable {
    private static final int HEADER = 7;

    private final InputStream in;

    private AdtsFrames(InputStream in) {
        this.in = in;
    }

    static AdtsFrames open(Path file) throws IOException {
        return new AdtsFrames(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    /** The next frame, header included; null at the end. */
    byte @Nullable [] next() throws IOException {
        var header = in.readNBytes(HEADER);
        if (header.length == 0) return null;
        if (header.length < HEADER || (header[0] & 0xFF) != 0xFF || (header[1] & 0xF6) != 0xF0) {
            throw new IOException("no AAC frame where one should begin");
        }
        int length = (header[3] & 0x03) << 11 | (header[4] & 0xFF) << 3 | (header[5] & 0xFF) >> 5;
        if (length < HEADER) throw new IOException("an AAC frame of %d bytes".formatted(length));
        var frame = Arrays.copyOf(header, length);
        if (in.readNBytes(frame, HEADER, length - HEADER) < length - HEADER)
            throw new EOFException("half an AAC frame");
        return frame;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
