package perennial.video.mp4;

import java.math.BigInteger;

/** Turns ticks of one clock into ticks of another. */
final class Scale {
    private static final BigInteger TWO = BigInteger.TWO;

    private Scale() {}

    /** To the nearest tick, halves up. Both scales are positive; the result fits unless the time is absurd. */
    static long of(long from, long to, long ticks) {
        if (from == to) return ticks;
        long high = Math.multiplyHigh(ticks, to);
        long low = ticks * to;
        if (high == low >> 63 && Math.abs(low) < Long.MAX_VALUE / 4) {
            return Math.floorDiv(2 * low + from, 2 * from);
        }
        var exact = BigInteger.valueOf(ticks)
                .multiply(BigInteger.valueOf(to))
                .multiply(TWO)
                .add(BigInteger.valueOf(from));
        var divided = exact.divide(BigInteger.valueOf(from).multiply(TWO));
        return divided.bitLength() > 60 ? Long.MAX_VALUE >> 4 : divided.longValue();
    }
}
