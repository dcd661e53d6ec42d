package perennial.storage;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;

/** Buffers outside the heap, one for each request that copies; some are kept, since making one is dear. */
final class CopyBuffers {
    private static final int BYTES = 128 << 10;
    private static final int KEPT = 32;

    private final ArrayBlockingQueue<ByteBuffer> kept = new ArrayBlockingQueue<>(KEPT);

    /** Empty; give it back. */
    ByteBuffer take() {
        var buffer = kept.poll();
        return buffer == null ? ByteBuffer.allocateDirect(BYTES) : buffer.clear();
    }

    void giveBack(ByteBuffer buffer) {
        if (!kept.offer(buffer)) return; // enough are kept; the collector frees this one
    }
}
