package perennial.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import perennial.search.Marked.Piece;

/**
 * Marks the words in a text that were looked for.
 *
 * @param forms for each word of the texts, folded, all that it is in the index
 * @param wanted what the words looked for are in the index
 * @param beginnings what words may begin with
 */
record Marker(Map<String, List<String>> forms, Set<String> wanted, List<String> beginnings) {
    private static final int SNIPPET = 180;
    private static final int BEFORE = 60;

    /** The distinct words of {@code texts}, folded. */
    static Set<String> words(Stream<String> texts) {
        var words = new HashSet<String>();
        texts.flatMap(text -> Words.runs(text).stream())
                .filter(run -> !run.dense())
                .forEach(run -> words.add(run.folded()));
        return words;
    }

    Marked mark(String text) {
        var marks = new ArrayList<int[]>();
        for (var run : Words.runs(text)) {
            if (run.dense()) {
                pairs(run, marks);
            } else if (wants(run.folded())) {
                marks.add(new int[] {run.start(), run.end()});
            }
        }
        return pieces(text, marks);
    }

    /** The part of a long text around its first marked word. */
    Marked snippet(String text) {
        var flat = text.strip().replaceAll("\\s+", " ");
        var first = mark(flat).first();
        var from = first <= BEFORE ? 0 : afterSpace(flat, first - BEFORE);
        var to = flat.length() - from <= SNIPPET ? flat.length() : beforeSpace(flat, from + SNIPPET);
        return mark((from > 0 ? "… " : "") + flat.substring(from, to) + (to < flat.length() ? " …" : ""));
    }

    private boolean wants(String word) {
        var known = forms.getOrDefault(word, List.of());
        return known.stream().anyMatch(wanted::contains)
                || beginnings.stream().anyMatch(start -> word.startsWith(start) || any(known, start));
    }

    private static boolean any(Collection<String> forms, String start) {
        return forms.stream().anyMatch(form -> form.startsWith(start));
    }

    /** A pair is marked where it stands; where compatible forms changed the length, the whole stretch is. */
    private void pairs(Words.Run run, List<int[]> marks) {
        var folded = run.folded();
        if (folded.length() != run.text().length()) {
            if (Words.tokens(folded).stream().anyMatch(pair -> wanted.contains(pair.text()))) {
                marks.add(new int[] {run.start(), run.end()});
            }
            return;
        }
        Stream.concat(wanted.stream(), beginnings.stream().map(start -> start.toLowerCase(Locale.ROOT)))
                .filter(word -> Words.runs(word).stream().allMatch(Words.Run::dense))
                .forEach(word -> {
                    for (var at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
                        marks.add(new int[] {run.start() + at, run.start() + at + word.length()});
                    }
                });
    }

    private static Marked pieces(String text, List<int[]> marks) {
        marks.sort((one, other) -> Integer.compare(one[0], other[0]));
        var pieces = new ArrayList<Piece>();
        var at = 0;
        for (var i = 0; i < marks.size(); i++) {
            var start = marks.get(i)[0];
            var end = marks.get(i)[1];
            while (i + 1 < marks.size() && marks.get(i + 1)[0] <= end) end = Math.max(end, marks.get(++i)[1]);
            if (start > at) pieces.add(new Piece(text.substring(at, start), false));
            pieces.add(new Piece(text.substring(start, end), true));
            at = end;
        }
        if (at < text.length() || pieces.isEmpty()) pieces.add(new Piece(text.substring(at), false));
        return new Marked(pieces);
    }

    private static int afterSpace(String text, int from) {
        var space = text.indexOf(' ', from);
        return space < 0 || space - from > BEFORE ? whole(text, from) : space + 1;
    }

    private static int beforeSpace(String text, int to) {
        var space = text.lastIndexOf(' ', to);
        return space < to - BEFORE ? whole(text, to) : space;
    }

    /** Never between the two halves of a letter. */
    private static int whole(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
