package perennial.storage;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Buffers outside the heap, one for each request that copies. Some are kept, since making one is dear. When very many are
 * out, as with thousands of players that have paused, the next ones are small: together they stay under 64 MiB for 2,500
 * requests.
 */
final class CopyBuffers {
    private static final int BYTES = 128 << 10;
    private static final int SMALL_BYTES = 16 << 10;
    private static final int MOST_OF_FULL_SIZE = 200;
    private static final int KEPT = 32;

    private final ArrayBlockingQueue<ByteBuffer> kept = new ArrayBlockingQueue<>(KEPT);
    private final AtomicInteger out = new AtomicInteger();

    /** Empty; give it back. */
    ByteBuffer take() {
        var many = out.incrementAndGet() > MOST_OF_FULL_SIZE;
        var buffer = many ? null : kept.poll();
        return buffer == null ? ByteBuffer.allocateDirect(many ? SMALL_BYTES : BYTES) : buffer.clear();
    }

    void giveBack(ByteBuffer buffer) {
        out.decrementAndGet();
        if (buffer.capacity() < BYTES || !kept.offer(buffer)) return; // the collector frees this one
    }
}
