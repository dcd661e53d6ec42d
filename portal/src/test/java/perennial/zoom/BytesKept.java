package perennial.zoom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sink that keeps what it gets, and watches how. */
final class BytesKept implements ByteSink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    final Set<Object> buffers = Collections.newSetFromMap(new IdentityHashMap<>());
    int restarts;

    @Nullable
    String validator;

    int largest;

    @Override
    public void begin(@Nullable String known) {
        validator = known;
    }

    @Override
    public void restart() {
        restarts++;
        bytes.reset();
    }

    @Override
    public void write(ByteBuffer chunk) {
        buffers.add(chunk);
        largest = Math.max(largest, chunk.remaining());
        var copy = new byte[chunk.remaining()];
        chunk.get(copy);
        bytes.writeBytes(copy);
    }

    byte[] all() {
        return bytes.toByteArray();
    }
}
