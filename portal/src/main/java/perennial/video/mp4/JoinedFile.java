package perennial.video.mp4;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A joined file.
 *
 * @param own all bytes that are not in any source: the header first
 * @param ranges what the file is made of, in order
 */
public record JoinedFile(ByteBuffer own, List<Range> ranges) {
    /**
     * One piece.
     *
     * @param source the number of a source; below 0: the joined file's own bytes
     */
    public record Range(int source, long offset, long length) {
        /** Whether it is of the bytes made for this file. */
        public boolean isOwn() {
            return source == Payload.OWN;
        }
    }

    public JoinedFile {
        ranges = List.copyOf(ranges);
    }

    static JoinedFile of(ByteBuffer header, Payload payload) {
        var kept = payload.own();
        var own = ByteBuffer.allocate(header.remaining() + kept.length);
        own.put(header.duplicate()).put(kept).flip();
        var ranges = new ArrayList<Range>();
        ranges.add(new Range(Payload.OWN, 0, header.remaining()));
        for (var range : payload.ranges()) {
            long offset = range.source() == Payload.OWN ? header.remaining() + range.offset() : range.offset();
            ranges.add(new Range(range.source(), offset, range.length()));
        }
        return new JoinedFile(own, ranges);
    }

    /** In bytes. */
    public long length() {
        return ranges.stream().mapToLong(Range::length).sum();
    }
}
