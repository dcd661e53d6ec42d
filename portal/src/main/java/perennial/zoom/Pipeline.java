package perennial.zoom;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads on the calling thread while a second one feeds the sink, so that the network never waits for the hash and the
 * disk. At most four buffers of 1 MiB are in flight, and they are reused. Once it returns or throws, the second thread
 * has ended.
 */
final class Pipeline {
    private static final int BUFFERS = 4;
    private static final int LARGEST_BUFFER = 1 << 20;
    private static final int SMALLEST_BUFFER = 8 << 10;

    /** On a slow line a buffer is handed over unfilled, so that progress shows and little is lost by a kill. */
    private static final long HAND_OVER_NANOS = Duration.ofMillis(500).toNanos();

    private final BlockingQueue<ByteBuffer> free = new ArrayBlockingQueue<>(BUFFERS);
    private final BlockingQueue<ByteBuffer> full = new ArrayBlockingQueue<>(BUFFERS + 1);
    private final ByteSink sink;
    private final int bufferSize;
    private int buffersMade;
    private volatile @Nullable Throwable sinkFailure;

    /** @param expected bytes to come, -1 if unknown; only a small number matters, for small buffers */
    Pipeline(ByteSink sink, long expected) {
        this.sink = sink;
        this.bufferSize =
                expected < 0 || expected > LARGEST_BUFFER ? LARGEST_BUFFER : Math.max(SMALLEST_BUFFER, (int) expected);
    }

    /**
     * Reads to the end.
     *
     * @return the number of bytes, all of which the sink has taken
     * @throws ZoomException.Cut if {@code in} fails; what it gave before that is with the sink
     * @throws IOException what the sink threw, which may also be a RuntimeException of its own
     */
    long copy(InputStream in) throws IOException {
        var writer = Thread.ofPlatform().daemon().name("zoom-download-writer").start(this::write);
        long received = 0;
        IOException cut = null;
        try {
            boolean more = true;
            while (more && sinkFailure == null) {
                var buffer = emptyBuffer();
                try {
                    more = fill(in, buffer);
                } catch (IOException e) {
                    cut = e;
                    more = false;
                }
                received += buffer.position();
                full.add(buffer.flip());
            }
        } finally {
            full.add(ByteBuffer.allocate(0));
            joinCalmly(writer);
        }
        throwSinkFailure();
        if (cut != null) throw new ZoomException.Cut(received, cut);
        return received;
    }

    private ByteBuffer emptyBuffer() throws InterruptedIOException {
        var used = free.poll();
        if (used != null) return used;
        if (buffersMade < BUFFERS) {
            buffersMade++;
            return ByteBuffer.allocate(bufferSize);
        }
        try {
            return free.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted during a download");
        }
    }

    /** @return whether there may be more; when this throws, what was read before is in the buffer */
    private static boolean fill(InputStream in, ByteBuffer buffer) throws IOException {
        long begin = System.nanoTime();
        while (buffer.hasRemaining()) {
            int count = in.read(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
            if (count < 0) return false;
            buffer.position(buffer.position() + count);
            if (System.nanoTime() - begin > HAND_OVER_NANOS) return true;
        }
        return true;
    }

    /** The second thread. After a failure it goes on emptying the queue, so that the reader never blocks. */
    private void write() {
        try {
            for (var buffer = full.take(); buffer.capacity() > 0; buffer = full.take()) {
                if (buffer.hasRemaining() && sinkFailure == null) feed(buffer);
                free.add(buffer.clear());
            }
        } catch (InterruptedException e) {
            sinkFailure = new InterruptedIOException("the writing thread was interrupted");
        }
    }

    private void feed(ByteBuffer buffer) {
        try {
            sink.write(buffer);
            if (buffer.hasRemaining()) throw new IllegalStateException("the sink left bytes behind");
        } catch (IOException | RuntimeException | Error e) {
            sinkFailure = e;
        }
    }

    /** Interrupting the writer would close its file under it, so an interrupt here only waits for the current write. */
    private static void joinCalmly(Thread writer) {
        boolean interrupted = false;
        while (true) {
            try {
                writer.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private void throwSinkFailure() throws IOException {
        switch (sinkFailure) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(sinkFailure);
        }
    }
}
