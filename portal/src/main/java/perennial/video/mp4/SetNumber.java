package perennial.video.mp4;

import java.nio.ByteBuffer;

/** The numbers by which H.264's parameter sets are named (ITU-T H.264, 7.3.2). */
final class SetNumber {
    private SetNumber() {}

    /** Behind the unit's header, profile, constraints and level; -1 if the set is too short for one. */
    static int ofSequence(ByteBuffer set) {
        return expGolomb(set, 4);
    }

    /** Right behind the unit's header; -1 if the set is too short for one. */
    static int ofPicture(ByteBuffer set) {
        return expGolomb(set, 1);
    }

    /** A whole number in as many bits as it takes (9.1), up to 255. */
    private static int expGolomb(ByteBuffer bytes, int from) {
        int bit = 8 * from;
        int zeros = 0;
        while (bit < 8 * bytes.limit() && bit(bytes, bit) == 0) {
            zeros++;
            bit++;
        }
        if (zeros > 8 || bit + zeros >= 8 * bytes.limit()) return -1;
        int value = 0;
        for (int i = 0; i <= zeros; i++) value = value << 1 | bit(bytes, bit++);
        return value - 1;
    }

    private static int bit(ByteBuffer bytes, int bit) {
        return bytes.get(bit / 8) >> (7 - bit % 8) & 1;
    }
}
