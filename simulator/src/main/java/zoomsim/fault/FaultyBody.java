package zoomsim.fault;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import zoomsim.http.Body;

/** A body whose bytes pass through a fault on their way. */
final class FaultyBody {
    private FaultyBody() {}

    static Body of(Body body, Fault fault) {
        return Body.of(body.length(), out -> body.writeTo(new Pipe(out, fault)));
    }

    /** The same bytes under another length; what is beyond the length is not sent, what lacks never comes. */
    static Body announcing(Body body, long by) {
        long length = Math.max(1, body.length() + by);
        if (by >= 0) return Body.of(length, body::writeTo);
        return Body.of(
                length,
                out -> body.writeTo(new FilterOutputStream(out) {
                    private long left = length;

                    @Override
                    public void write(int b) throws IOException {
                        write(new byte[] {(byte) b}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int count) throws IOException {
                        int now = (int) Math.min(left, count);
                        if (now > 0) out.write(bytes, offset, now);
                        left -= now;
                    }
                }));
    }

    private static final class Pipe extends FilterOutputStream {
        /** So often a second a throttled body moves on. */
        private static final int STEPS = 20;

        private final Fault fault;
        private long sent;

        Pipe(OutputStream out, Fault fault) {
            super(out);
            this.fault = fault;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            switch (fault) {
                case Fault.Cut(long after) -> cut(bytes, offset, length, after);
                case Fault.Throttle(long perSecond) -> throttle(bytes, offset, length, perSecond);
                case Fault.Stall(long after, Duration time) -> stall(bytes, offset, length, after, time);
                default -> out.write(bytes, offset, length);
            }
            sent += length;
        }

        private void cut(byte[] bytes, int offset, int length, long after) throws IOException {
            if (sent + length <= after) {
                out.write(bytes, offset, length);
                return;
            }
            out.write(bytes, offset, (int) (after - sent));
            out.flush();
            throw new IOException("cut after %d bytes, as ordered".formatted(after));
        }

        private void stall(byte[] bytes, int offset, int length, long after, Duration time) throws IOException {
            if (sent > after || sent + length <= after) {
                out.write(bytes, offset, length);
                return;
            }
            int before = (int) (after - sent);
            out.write(bytes, offset, before);
            out.flush();
            Pause.of(time);
            out.write(bytes, offset + before, length - before);
        }

        private void throttle(byte[] bytes, int offset, int length, long perSecond) throws IOException {
            int step = (int) Math.max(1, Math.min(perSecond / STEPS, Integer.MAX_VALUE));
            for (int done = 0; done < length; done += step) {
                int count = Math.min(step, length - done);
                out.write(bytes, offset + done, count);
                out.flush();
                Pause.of(Duration.ofNanos(1_000_000_000L * count / perSecond));
                if (Thread.currentThread().isInterrupted()) throw new IOException("the simulator was closed");
            }
        }
    }
}
