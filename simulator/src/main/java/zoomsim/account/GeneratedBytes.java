package zoomsim.account;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bytes that follow from a seed and are stored nowhere, so a file may be of any size. Not media.
 *
 * @param size in bytes
 */
public record GeneratedBytes(long seed, long size) implements Content {
    private static final int BLOCK = 64 * 1024;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    public GeneratedBytes {
        if (size < 0) throw new IllegalArgumentException("negative size: " + size);
    }

    @Override
    public void writeTo(OutputStream out, long offset, long length) throws IOException {
        var block = new byte[BLOCK];
        long position = offset;
        long end = offset + length;
        while (position < end) {
            long start = position - position % BLOCK;
            fill(block, start);
            int from = (int) (position - start);
            int count = (int) Math.min(BLOCK - from, end - position);
            out.write(block, from, count);
            position += count;
        }
    }

    private void fill(byte[] block, long start) {
        for (int i = 0; i < BLOCK; i += Long.BYTES) {
            LONGS.set(block, i, mixed(seed + (start + i) * 0x9E3779B97F4A7C15L));
        }
    }

    /** The finalizer of SplitMix64. */
    private static long mixed(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
