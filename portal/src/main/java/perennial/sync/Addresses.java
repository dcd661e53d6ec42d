package perennial.sync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a list of e-mail addresses in any form in which people paste one: one a line, separated by commas, semicolons or
 * blanks, with names and angle brackets.
 */
final class Addresses {
    private static final Pattern BRACKETED = Pattern.compile("<\\s*([^<>]*?)\\s*>");
    private static final Pattern ADDRESS = Pattern.compile(
            "[^\\s@<>()\\[\\]\\\\,;:\"]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,250}[\\p{L}\\p{N}])?");

    private Addresses() {}

    /** A line that holds something else. */
    static final class Malformed extends Exception {
        Malformed(int line, String text) {
            super("Line %d is not an e-mail address: \"%s\". Write one address a line, such as mira@example.org."
                    .formatted(line, text.length() > 80 ? text.substring(0, 80) + "…" : text));
        }
    }

    /**
     * The addresses in order, each once; those that differ only in case are the same.
     *
     * @throws Malformed naming the first line that cannot be read
     */
    static List<String> parse(String text) throws Malformed {
        var found = new LinkedHashMap<String, String>();
        int number = 0;
        for (var line : text.split("\\R", -1)) {
            number++;
            if (!line.isBlank()) addAll(line.strip(), number, found);
        }
        return List.copyOf(found.values());
    }

    /** Where addresses stand in angle brackets, what stands around them is names, whatever commas those hold. */
    private static void addAll(String line, int number, Map<String, String> found) throws Malformed {
        var bracketed = BRACKETED.matcher(line);
        boolean named = false;
        while (bracketed.find()) {
            named = true;
            add(bracketed.group(1), number, line, found);
        }
        for (var word : BRACKETED.matcher(line).replaceAll(" ").split("[\\s\\u00a0,;]+", -1)) {
            if (!word.isEmpty() && (!named || word.contains("@"))) add(word, number, line, found);
        }
    }

    private static void add(String word, int number, String line, Map<String, String> found) throws Malformed {
        var address = word.replaceFirst("(?i)^mailto:", "").replaceAll("^[\"']+|[\"'.]+$", "");
        if (!ADDRESS.matcher(address).matches() || address.contains("..")) throw new Malformed(number, line);
        found.putIfAbsent(address.toLowerCase(Locale.ROOT), address);
    }
}
