package perennial.search;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import perennial.search.Words.Token;

/**
 * What somebody typed into the search: words that must all be there, {@code "words in a row"}, {@code -words} that must not,
 * and the beginning of a word, {@code budg*}.
 *
 * @param text as it was typed
 */
record Query(String text, List<Term> wanted, List<Term> unwanted) {
    private static final int LONGEST = 200;
    private static final int MOST_TERMS = 12;
    private static final int SHORTEST_TO_CORRECT = 4;
    private static final Pattern QUOTES = Pattern.compile("[“”„«»]");
    private static final Pattern TERM = Pattern.compile("(-?)\"([^\"]*)(?:\"|$)|(\\S+)");

    /**
     * A word or several in a row.
     *
     * @param alike words that count as well
     */
    record Term(List<Token> tokens, List<String> alike) {
        /** As PostgreSQL's {@code to_tsquery} reads it. */
        String expression() {
            var row = tokens.stream().map(Term::quoted).collect(joining(" <-> "));
            return Stream.concat(Stream.of(row), alike.stream().map(word -> "'" + word + "'"))
                    .collect(joining(" | ", "(", ")"));
        }

        private static String quoted(Token token) {
            return "'" + token.text() + "'" + (token.prefix() ? ":*" : "");
        }

        Term beginning() {
            var last = tokens.getLast();
            return new Term(
                    Stream.concat(tokens.stream().limit(tokens.size() - 1L), Stream.of(new Token(last.text(), true)))
                            .toList(),
                    alike);
        }
    }

    /**
     * Reads what was typed. Nothing is wrong: what is no word is passed over.
     *
     * @param typing whether the last word may not be whole yet
     */
    static Query of(String text, boolean typing) {
        var typed = QUOTES.matcher(text.strip()).replaceAll("\"");
        var end = Math.min(LONGEST, typed.length());
        if (end < typed.length() && Character.isHighSurrogate(typed.charAt(end - 1))) end--;
        var read = TERM.matcher(typed.substring(0, end));
        var open = typing
                && end == typed.length()
                && !text.isEmpty()
                && !Character.isWhitespace(text.charAt(text.length() - 1));
        var wanted = new ArrayList<Term>();
        var unwanted = new ArrayList<Term>();
        while (read.find() && wanted.size() + unwanted.size() < MOST_TERMS) {
            var word = read.group(3);
            var not = word == null ? !read.group(1).isEmpty() : word.length() > 1 && word.startsWith("-");
            var tokens = Words.tokens(word == null ? read.group(2) : word);
            if (tokens.isEmpty()) continue;
            var term = new Term(tokens, List.of());
            if (word != null && (word.endsWith("*") || (open && !not && read.end() == end))) term = term.beginning();
            (not ? unwanted : wanted).add(term);
        }
        return new Query(text.strip(), List.copyOf(wanted), List.copyOf(unwanted));
    }

    /** Whether there is nothing to look for. */
    boolean isEmpty() {
        return wanted.isEmpty();
    }

    /** Whether words must stand in a row. */
    boolean inARow() {
        return wanted.stream().anyMatch(term -> term.tokens.size() > 1);
    }

    String all() {
        return wanted.stream().map(Term::expression).collect(joining(" & "));
    }

    String any() {
        return wanted.stream().map(Term::expression).collect(joining(" | "));
    }

    String none() {
        return unwanted.stream().map(Term::expression).collect(joining(" | "));
    }

    /** All words of {@link #wanted}, wherever they stand. */
    String scattered() {
        return tokens().map(Term::quoted).collect(joining(" & "));
    }

    /** The wanted words and those alike, with spaces between. */
    String words() {
        return Stream.concat(tokens().map(Token::text), wanted.stream().flatMap(term -> term.alike.stream()))
                .collect(joining(" "));
    }

    /** What words may begin with, folded. */
    List<String> beginnings() {
        return tokens().filter(Token::prefix)
                .map(token -> token.text().toLowerCase(Locale.ROOT))
                .toList();
    }

    private Stream<Token> tokens() {
        return wanted.stream().flatMap(term -> term.tokens.stream());
    }

    /** The words that may be misspelt. */
    List<String> correctable() {
        return wanted.stream()
                .filter(Query::correctable)
                .map(term -> term.tokens.getFirst().text())
                .toList();
    }

    /**
     * The same with words that count as well.
     *
     * @param alike for each of {@link #correctable}, in its order
     */
    Query with(List<List<String>> alike) {
        var next = alike.iterator();
        var terms = wanted.stream()
                .map(term -> correctable(term) ? new Term(term.tokens, next.next()) : term)
                .toList();
        return new Query(text, terms, unwanted);
    }

    private static boolean correctable(Term term) {
        var word = term.tokens.getFirst().text();
        return term.tokens.size() == 1
                && word.codePointCount(0, word.length()) >= SHORTEST_TO_CORRECT
                && word.codePoints().allMatch(Character::isLetter);
    }
}
