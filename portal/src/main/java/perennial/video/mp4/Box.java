package perennial.video.mp4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One box in memory.
 *
 * @param type its four letters
 * @param content what follows its header, from position 0 on
 */
record Box(String type, ByteBuffer content) {
    static final int HEADER = 8;
    static final int LONG_HEADER = 16;
    private static final int MOST_CHILDREN = 10_000;

    /** The boxes inside, in order. */
    List<Box> children() throws DamagedMp4 {
        return children(0);
    }

    /** The boxes that begin {@code skip} bytes into the content. */
    List<Box> children(int skip) throws DamagedMp4 {
        if (skip > content.limit()) throw tooShort();
        var found = new ArrayList<Box>();
        int at = skip;
        // Some writers end a list of boxes with four bytes of zero.
        while (content.limit() - at >= HEADER) {
            if (found.size() == MOST_CHILDREN) throw new DamagedMp4("The box %s has too many parts.".formatted(type));
            long size = Integer.toUnsignedLong(content.getInt(at));
            int header = HEADER;
            if (size == 1 && content.limit() - at >= LONG_HEADER) {
                size = content.getLong(at + HEADER);
                header = LONG_HEADER;
            } else if (size == 0) {
                size = (long) content.limit() - at;
            }
            if (size < header || size > content.limit() - at) {
                throw new DamagedMp4("A part of the box %s is larger than the box.".formatted(type));
            }
            found.add(new Box(type(content, at + 4), content.slice(at + header, (int) size - header)));
            at += (int) size;
        }
        return found;
    }

    /** The first box of {@code wanted} inside. */
    @Nullable
    Box child(String wanted) throws DamagedMp4 {
        for (var child : children()) if (child.type.equals(wanted)) return child;
        return null;
    }

    Box required(String wanted) throws DamagedMp4 {
        var child = child(wanted);
        if (child == null) throw new DamagedMp4("The box %s lacks its %s.".formatted(type, wanted));
        return child;
    }

    Fields fields() {
        return new Fields(type, content.slice());
    }

    /** The same, apart from the buffer it was read from, which can go then. */
    Box copy() throws DamagedMp4 {
        return new Box(type, fields().copy(content.limit()));
    }

    static String type(ByteBuffer in, int at) {
        var letters = new byte[4];
        in.get(at, letters);
        return new String(letters, ISO_8859_1);
    }

    private DamagedMp4 tooShort() {
        return new DamagedMp4("The box %s is too short.".formatted(type));
    }
}
