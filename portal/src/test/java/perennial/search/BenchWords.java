package perennial.search;

import java.util.Random;

/** Words by Zipf's law: the second is said half as often as the first, the thousandth a thousandth as often. */
final class BenchWords {
    static final int KNOWN = 100_000;

    private static final String[] BEGINS =
            "b br c cl d dr f fl g gr h j k l m n p pl qu r s st t tr v w".split(" ", -1);
    private static final String[] MIDDLES = "a e i o u ai ea oo ou".split(" ", -1);
    private static final String[] ENDS = "ck d ft g l lt m mp n nd nt p r rd rt s st t x z".split(" ", -1);

    /** The word of a rank, from 1 on; always the same, and no two alike. */
    String word(int rank) {
        var word = new StringBuilder();
        for (var rest = rank; rest > 0 || word.isEmpty(); ) {
            word.append(BEGINS[rest % BEGINS.length]);
            rest /= BEGINS.length;
            word.append(MIDDLES[rest % MIDDLES.length]);
            rest /= MIDDLES.length;
            word.append(ENDS[rest % ENDS.length]);
            rest /= ENDS.length;
        }
        return word.toString();
    }

    /** The rank of a word as it comes in speech. */
    int spoken(Random random) {
        return (int) Math.min(KNOWN, Math.exp(random.nextDouble() * Math.log(KNOWN)));
    }

    String line(Random random, int words) {
        var line = new StringBuilder();
        for (var i = 0; i < words; i++) line.append(i == 0 ? "" : " ").append(word(spoken(random)));
        return line.toString();
    }
}
