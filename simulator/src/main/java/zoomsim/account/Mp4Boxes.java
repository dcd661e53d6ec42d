package zoomsim.account;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes the boxes of an MP4. */
final class Mp4Boxes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream data = new DataOutputStream(bytes);

    interface Writer {
        void write(Mp4Boxes into);
    }

    private interface Step {
        void run() throws IOException;
    }

    private Mp4Boxes doing(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Mp4Boxes box(String type, Writer content) {
        var inner = new Mp4Boxes();
        content.write(inner);
        return number(8 + inner.bytes.size()).text(type).raw(inner.bytes());
    }

    Mp4Boxes full(String type, int version, int flags, Writer content) {
        return box(type, box -> {
            box.number((version << 24) | flags);
            content.write(box);
        });
    }

    Mp4Boxes octet(int value) {
        return doing(() -> data.writeByte(value));
    }

    Mp4Boxes small(int value) {
        return doing(() -> data.writeShort(value));
    }

    Mp4Boxes number(int value) {
        return doing(() -> data.writeInt(value));
    }

    Mp4Boxes wide(long value) {
        return doing(() -> data.writeLong(value));
    }

    Mp4Boxes text(String text) {
        return raw(text.getBytes(StandardCharsets.US_ASCII));
    }

    Mp4Boxes zeros(int count) {
        return raw(new byte[count]);
    }

    Mp4Boxes raw(byte[] more) {
        return doing(() -> data.write(more));
    }

    /** The matrix that changes nothing. */
    Mp4Boxes matrix() {
        return number(0x10000).zeros(12).number(0x10000).zeros(12).number(0x40000000);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
