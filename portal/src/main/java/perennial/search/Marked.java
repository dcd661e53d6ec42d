package perennial.search;

import java.util.List;
import java.util.stream.Collectors;

/** A text in which some words are marked, in pieces that make it up. */
public record Marked(List<Piece> pieces) {
    /** A stretch of the text. */
    public record Piece(String text, boolean mark) {}

    /** Whether any word is marked. */
    public boolean any() {
        return pieces.stream().anyMatch(Piece::mark);
    }

    /** Where the first marked word begins, in characters; 0 if there is none. */
    public int first() {
        var at = 0;
        for (var piece : pieces) {
            if (piece.mark) return at;
            at += piece.text.length();
        }
        return 0;
    }

    /** The text without marks. */
    public String plain() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
}
