package perennial.video;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import perennial.storage.BlobId;
import perennial.storage.Composite;
import perennial.storage.Piece;

/**
 * One view of a recording as one MP4.
 *
 * @param own the bytes that are in no file: header, silence, parameter sets
 * @param pieces what the MP4 is made of, in order
 * @param width in pixels; 0 without pictures
 * @param height in pixels; 0 without pictures
 * @param starts when each segment begins in this view
 * @param decisions one a segment
 */
public record JoinedView(
        String view,
        ByteBuffer own,
        List<Part> pieces,
        int width,
        int height,
        List<Duration> starts,
        List<Decision> decisions) {
    /**
     * One piece.
     *
     * @param file the blob it is a range of; null: {@link #own}
     */
    public record Part(@Nullable BlobId file, long offset, long length) {}

    public JoinedView {
        pieces = List.copyOf(pieces);
        starts = List.copyOf(starts);
        decisions = List.copyOf(decisions);
    }

    /** The MP4, once {@link #own} is kept as {@code blob}. */
    public Composite composite(BlobId blob) {
        var all = new ArrayList<Piece>();
        for (var part : pieces) {
            var file = part.file();
            all.add(new Piece(file == null ? blob : file, part.offset(), part.length()));
        }
        return new Composite(all);
    }
}
