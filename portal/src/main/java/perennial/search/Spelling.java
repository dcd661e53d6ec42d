package perennial.search;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Words that somebody may have meant. */
@Component
class Spelling {
    private static final int SHORT = 6;
    private static final int MOST = 6;

    private final SearchTable table;

    Spelling(SearchTable table) {
        this.table = table;
    }

    /** The query with words that are spelt like its own; the same where there are none. */
    Query corrected(Query query) {
        return query.with(query.correctable().stream().map(this::alike).toList());
    }

    private List<String> alike(String word) {
        var typed = word.toLowerCase(Locale.ROOT);
        var slips = typed.length() < SHORT ? 1 : 2;
        return table.alike(word, typed.length() < SHORT ? 0.15 : 0.25).stream()
                .filter(known -> distance(typed, known) <= slips)
                .limit(MOST)
                .toList();
    }

    /** How many letters are wrong, missing, too many, or swapped with their neighbour. */
    static int distance(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (var i = 0; i <= one.length(); i++) rows[i][0] = i;
        for (var j = 0; j <= other.length(); j++) rows[0][j] = j;
        for (var i = 1; i <= one.length(); i++) {
            for (var j = 1; j <= other.length(); j++) {
                var wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                var least = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + wrong);
                var swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                rows[i][j] = swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
            }
        }
        return rows[one.length()][other.length()];
    }
}
