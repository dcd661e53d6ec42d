package perennial.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

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

    /** This stretch as a piece of one blob; empty if it crosses from one of ours into the next. */
    Optional<Piece> within(long first, long length) {
        var skip = first;
        for (var piece : pieces) {
            if (skip < piece.length()) {
                return skip + length <= piece.length()
                        ? Optional.of(new Piece(piece.blob(), piece.offset() + skip, length))
                        : Optional.empty();
            }
            skip -= piece.length();
        }
        return Optional.empty();
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
