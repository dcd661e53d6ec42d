package perennial.zoom;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Takes the bytes of a download, in order, all from one thread at a time (not the caller's). Its own failures end the
 * download and reach the caller unchanged; throwing is also the way to call a download off.
 */
public interface ByteSink {

    /** The server starts over at byte 0: forget what came, of earlier attempts too. */
    void restart() throws IOException;

    /** Takes all of {@code chunk}, at most 1 MiB, which is reused as soon as this returns. */
    void write(ByteBuffer chunk) throws IOException;
}
