package perennial.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes texts apart, in the same way for what is indexed and for what is looked for: letters and digits are words, all else
 * is between them. Where a script writes no spaces between words, each pair of neighbours is one.
 */
final class Words {
    private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    private static final Set<UnicodeScript> DENSE = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);
    private static final int LONG_VOWEL = 'ー'; // of no script by Unicode, though it stands in Japanese words only

    private Words() {}

    /**
     * A stretch of letters and digits of one kind.
     *
     * @param start where it begins in its text
     * @param dense whether its script writes no spaces
     */
    record Run(int start, String text, boolean dense) {
        int end() {
            return start + text.length();
        }

        /** As it is compared: compatible forms made one, lower case. */
        String folded() {
            return normal(text).toLowerCase(Locale.ROOT);
        }
    }

    /** {@code text} as PostgreSQL's parser is to read it: words with a space between. */
    static String spaced(String text) {
        var words = new StringBuilder(text.length() + 16);
        for (var run : runs(normal(text))) {
            if (!run.dense) {
                words.append(run.text).append(' ');
                continue;
            }
            for (var pair : pairs(run.text)) words.append(pair).append(' ');
            words.appendCodePoint(run.text.codePointBefore(run.text.length())).append(' ');
        }
        return words.toString().stripTrailing();
    }

    /** What {@code text} is in the index, in order; a single letter of a dense script stands for what begins with it. */
    static List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        for (var run : runs(normal(text))) {
            if (!run.dense) {
                tokens.add(new Token(run.text, false));
            } else if (run.text.codePointCount(0, run.text.length()) == 1) {
                tokens.add(new Token(run.text, true));
            } else {
                for (var pair : pairs(run.text)) tokens.add(new Token(pair, false));
            }
        }
        return tokens;
    }

    /**
     * A word to look up.
     *
     * @param prefix whether words count that only begin like it
     */
    record Token(String text, boolean prefix) {}

    /** The stretches of {@code text}, which keeps its places. */
    static List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        var found = RUN.matcher(text);
        while (found.find()) split(found.group(), found.start(), runs);
        return runs;
    }

    private static void split(String run, int start, List<Run> runs) {
        var from = 0;
        var dense = false;
        for (var at = 0; at < run.length(); at += Character.charCount(run.codePointAt(at))) {
            var here = dense(run.codePointAt(at), dense);
            if (here != dense && at > from) {
                runs.add(new Run(start + from, run.substring(from, at), dense));
                from = at;
            }
            dense = here;
        }
        runs.add(new Run(start + from, run.substring(from), dense));
    }

    /** Marks that belong to the letter before them stay with it. */
    private static boolean dense(int letter, boolean before) {
        if (letter == LONG_VOWEL) return true;
        var script = UnicodeScript.of(letter);
        return script == UnicodeScript.INHERITED ? before : DENSE.contains(script);
    }

    private static List<String> pairs(String run) {
        var letters = run.codePoints().toArray();
        var pairs = new ArrayList<String>();
        for (var i = 0; i + 1 < letters.length; i++) pairs.add(new String(letters, i, 2));
        return pairs;
    }

    static String normal(String text) {
        return Normalizer.normalize(text, Form.NFKC);
    }
}
