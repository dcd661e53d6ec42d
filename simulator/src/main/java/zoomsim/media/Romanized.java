package zoomsim.media;

import java.text.Normalizer;
import java.util.Locale;

/** Writes Cyrillic, Greek and accented text in plain Latin letters, so that an English voice can say it. */
final class Romanized {
    private static final String[] LETTERS = {
        "а a", "б b", "в v", "г g", "д d", "е e", "ё yo", "й i", "ж zh", "з z", "и ee", "к k", "л l", "м m", "н n",
        "о o", "п p", "р r", "с s", "т t", "у oo", "ф f", "х h", "ц ts", "ч ch", "ш sh", "щ shch", "ъ ", "ы i", "ь ",
        "э e", "ю yoo", "я ya", "є ye", "і ee", "ї yee", "ґ g", "α a", "β v", "γ g", "δ th", "ε e", "ζ z", "η ee",
        "θ th", "ι ee", "κ k", "λ l", "μ m", "ν n", "ξ ks", "ο o", "π p", "ρ r", "σ s", "ς s", "τ t", "υ ee", "φ f",
        "χ h", "ψ ps", "ω o", "ß ss", "ø o", "ł l", "æ ae", "œ oe", "đ d", "ð th", "þ th", "ı i"
    };

    private Romanized() {}

    /** Letters of other scripts are left out; the answer may be empty. */
    static String of(String text) {
        var latin = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> latin.append(letter(c)));
        return latin.toString().strip().replaceAll("\\s+", " ");
    }

    private static String letter(int codePoint) {
        if (codePoint < 128) return Character.toString(codePoint);
        var small = Character.toString(codePoint).toLowerCase(Locale.ROOT);
        for (var pair : LETTERS) {
            if (pair.startsWith(small + " ")) return pair.substring(small.length() + 1);
        }
        var bare = Normalizer.normalize(small, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        if (!bare.isEmpty() && !bare.equals(small)) return letter(bare.codePointAt(0));
        return Character.getType(codePoint) == Character.DASH_PUNCTUATION ? ", " : codePoint == '’' ? "'" : " ";
    }
}
