package perennial.zoom;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the bytes of a download, in order, all from one thread at a time (not the caller's). Its own failures end the
 * download and reach the caller unchanged; throwing is also the way to call a download off.
 */
public interface ByteSink {

    /**
     * The server is about to send the file, or its rest.
     *
     * @param validator a strong ETag or a Last-Modified: with it an attempt that is cut can be resumed safely; null when the
     *     server gives neither
     */
    default void begin(@Nullable String validator) {}

    /** The server starts over at byte 0: forget what came, of earlier attempts too. */
    void restart() throws IOException;

    /** Takes all of {@code chunk}, at most 1 MiB, which is reused as soon as this returns. */
    void write(ByteBuffer chunk) throws IOException;
}
