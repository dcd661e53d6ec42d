package perennial.video.mp4;

import java.nio.ByteBuffer;

/** Reads the fields of one box in order. What is not there is damage, not an accident. */
final class Fields {
    private final String box;
    private final ByteBuffer bytes;

    Fields(String box, ByteBuffer bytes) {
        this.box = box;
        this.bytes = bytes;
    }

    int left() {
        return bytes.remaining();
    }

    int uint8() throws DamagedMp4 {
        return need(1).get() & 0xFF;
    }

    int uint16() throws DamagedMp4 {
        return need(2).getShort() & 0xFFFF;
    }

    int int32() throws DamagedMp4 {
        return need(4).getInt();
    }

    long uint32() throws DamagedMp4 {
        return Integer.toUnsignedLong(int32());
    }

    long int64() throws DamagedMp4 {
        return need(8).getLong();
    }

    /** 64 bits that may not be below 0 nor near overflow: sums of a few such values are safe. */
    long time(boolean wide) throws DamagedMp4 {
        long value = wide ? int64() : uint32();
        if (value < 0 || value > Long.MAX_VALUE >> 8) {
            if (wide && value == -1) return 0; // "unknown"
            throw new DamagedMp4("The box %s has an absurd time.".formatted(box));
        }
        return value;
    }

    byte[] bytes(int count) throws DamagedMp4 {
        var copy = new byte[count < 0 || count > left() ? 0 : count];
        need(count).get(copy);
        return copy;
    }

    /** The same, apart from the buffer they come from, which can go then. */
    ByteBuffer copy(int count) throws DamagedMp4 {
        return ByteBuffer.wrap(bytes(count));
    }

    Fields skip(int count) throws DamagedMp4 {
        need(count).position(bytes.position() + count);
        return this;
    }

    /**
     * How many entries follow.
     *
     * @param size of one, in bytes: so many must be there; 0: they take no room
     */
    int count(int size) throws DamagedMp4 {
        long count = uint32();
        if (count > Integer.MAX_VALUE || count * size > left()) {
            throw new DamagedMp4("The box %s claims %d entries and is too short for them.".formatted(box, count));
        }
        return (int) count;
    }

    /** Entries of 32 bits each, as many as fit into {@code into}. */
    void ints(int[] into) throws DamagedMp4 {
        need(Math.multiplyExact(4, into.length)).asIntBuffer().get(into);
        bytes.position(bytes.position() + 4 * into.length);
    }

    private ByteBuffer need(int count) throws DamagedMp4 {
        if (count < 0 || bytes.remaining() < count) throw new DamagedMp4("The box %s is too short.".formatted(box));
        return bytes;
    }
}
