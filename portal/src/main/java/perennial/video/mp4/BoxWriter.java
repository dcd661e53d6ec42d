package perennial.video.mp4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes boxes into memory, each around those begun after it. Grows as needed. */
final class BoxWriter {
    private ByteBuffer out;
    private final Deque<Integer> open = new ArrayDeque<>();

    /** @param expected about how many bytes it will be */
    BoxWriter(int expected) {
        out = ByteBuffer.allocate(Math.max(1024, expected));
    }

    BoxWriter begin(String type) {
        open.push(out.position());
        return int32(0).letters(type);
    }

    /** Begins a box that has a version and flags. */
    BoxWriter begin(String type, int version, int flags) {
        return begin(type).int32(version << 24 | flags);
    }

    void end() {
        int start = open.pop();
        out.putInt(start, out.position() - start);
    }

    void box(String type, ByteBuffer content) {
        begin(type).bytes(content);
        end();
    }

    BoxWriter int8(int value) {
        room(1).put((byte) value);
        return this;
    }

    BoxWriter int16(int value) {
        room(2).putShort((short) value);
        return this;
    }

    BoxWriter int32(int value) {
        room(4).putInt(value);
        return this;
    }

    BoxWriter int64(long value) {
        room(8).putLong(value);
        return this;
    }

    BoxWriter letters(String four) {
        return bytes(ByteBuffer.wrap(four.getBytes(ISO_8859_1)));
    }

    BoxWriter zeros(int count) {
        for (int i = 0; i < count; i++) int8(0);
        return this;
    }

    BoxWriter bytes(ByteBuffer bytes) {
        room(bytes.remaining()).put(bytes.duplicate());
        return this;
    }

    /** Many numbers at once. */
    BoxWriter ints(int[] values) {
        room(4 * values.length).asIntBuffer().put(values);
        out.position(out.position() + 4 * values.length);
        return this;
    }

    int size() {
        return out.position();
    }

    /** What was written, to read. */
    ByteBuffer written() {
        return out.duplicate().flip();
    }

    private ByteBuffer room(int bytes) {
        if (out.remaining() < bytes) {
            var larger = ByteBuffer.allocate(Math.max(out.capacity() * 2, out.position() + bytes));
            out = larger.put(out.flip());
        }
        return out;
    }
}
