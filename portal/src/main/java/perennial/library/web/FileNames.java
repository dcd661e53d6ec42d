package perennial.library.web;

import java.util.regex.Pattern;

/** Names under which a browser saves what it downloads: any title, less what file systems and eyes stumble over. */
final class FileNames {
    private static final int LONGEST = 120;
    private static final Pattern AWKWARD =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}/\\\\:*?\"<>|]+"); // Cf: marks that turn the direction of text

    private FileNames() {}

    /**
     * @param extension with its dot, if it has one
     */
    static String of(String title, String extension) {
        var clean =
                AWKWARD.matcher(title).replaceAll(" ").replaceAll("\\s+", " ").strip();
        while (clean.startsWith(".")) clean = clean.substring(1).strip();
        if (clean.isEmpty()) clean = "video";
        var shortened = clean.codePointCount(0, clean.length()) <= LONGEST
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST)).strip();
        return shortened + extension;
    }
}
