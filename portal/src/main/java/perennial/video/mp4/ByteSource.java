package perennial.video.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes that can be read at any place, wherever they lie. Each read may cost a round trip, so readers make few. */
public interface ByteSource {
    /** In bytes. */
    long size();

    /**
     * Fills {@code into} with the bytes from {@code offset} on.
     *
     * @throws java.io.EOFException if there are not that many
     */
    void read(long offset, ByteBuffer into) throws IOException;

    /** Bytes at hand. */
    static ByteSource of(byte[] bytes) {
        return new ByteSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public void read(long offset, ByteBuffer into) throws IOException {
                if (offset < 0 || offset > bytes.length - into.remaining()) throw new java.io.EOFException();
                into.put(bytes, (int) offset, into.remaining());
            }
        };
    }
}
