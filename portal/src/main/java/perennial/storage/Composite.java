package perennial.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.List;

/** A file made of pieces of blobs, in order. No byte is copied: {@link ByteServing} sends the pieces as one. */
public record Composite(List<Piece> pieces) {
    public Composite {
        pieces = List.copyOf(pieces);
    }

    /** The whole of one blob. */
    public static Composite of(Blob blob) {
        return new Composite(blob.size() == 0 ? List.of() : List.of(new Piece(blob.id(), 0, blob.size())));
    }

    /** In bytes. */
    public long length() {
        return pieces.stream().mapToLong(Piece::length).reduce(0, Math::addExact);
    }

    /** A strong entity tag, quotes included: blobs never change, so equal pieces are equal bytes. */
    public String etag() {
        var sha = Sha256.start();
        for (var piece : pieces) {
            sha.update("%s %d %d\n"
                    .formatted(piece.blob(), piece.offset(), piece.length())
                    .getBytes(US_ASCII));
        }
        return '"' + HexFormat.of().formatHex(sha.digest(), 0, 16) + '"';
    }
}
