package perennial.sync;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields as a form or a JSON body delivers them, and collects what is wrong with them. A field that is absent keeps
 * its value; one that is null or blank gets none or its default.
 */
final class FieldReader {
    private static final int LONGEST = 10_000;

    private final Map<String, ?> values;
    private final Map<String, String> wrong = new LinkedHashMap<>();
    private final Set<String> read = new TreeSet<>();

    FieldReader(Map<String, ?> values) {
        this.values = values;
    }

    void wrong(String field, String sentence) {
        wrong.putIfAbsent(field, sentence);
    }

    boolean has(String field) {
        read.add(field);
        return values.containsKey(field);
    }

    /** @throws InvalidSettings if anything was wrong, fields that nobody read included */
    void finish(Set<String> ignored) {
        for (var field : values.keySet()) {
            if (!read.contains(field) && !ignored.contains(field)) wrong(field, "There is no setting of this name.");
        }
        if (!wrong.isEmpty()) throw new InvalidSettings(wrong);
    }

    /** The field's text, or null where it was left empty. Call only when {@link #has} says so. */
    @Nullable
    String given(String field) {
        read.add(field);
        var value = values.get(field);
        if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            wrong(field, "This must be a single value.");
            return null;
        }
        var text = value == null ? "" : value.toString().strip();
        if (text.length() > LONGEST) {
            wrong(field, "This is too long; %d characters are the most.".formatted(LONGEST));
            return null;
        }
        if (text.indexOf('\0') >= 0) wrong(field, "This holds a character that cannot be stored.");
        return text.isEmpty() ? null : text;
    }

    @Nullable
    String optional(String field, @Nullable String before) {
        return has(field) ? given(field) : before;
    }

    String text(String field, String before, String fallback) {
        var text = optional(field, before);
        return text == null ? fallback : text;
    }

    boolean flag(String field, boolean before, boolean fallback) {
        if (!has(field)) return before;
        var text = given(field);
        if (text == null) return fallback;
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "on", "yes" -> true;
            case "false", "off", "no" -> false;
            default -> {
                wrong(field, "This is either true or false.");
                yield before;
            }
        };
    }

    int number(String field, int before, int fallback, int least, int most) {
        if (!has(field)) return before;
        var text = given(field);
        if (text == null) return fallback;
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException e) {
            // The sentence below says what works.
        }
        wrong(field, "This is a whole number from %d to %d.".formatted(least, most));
        return before;
    }

    Duration duration(String field, Duration before, Duration fallback) {
        if (!has(field)) return before;
        var text = given(field);
        if (text == null) return fallback;
        try {
            var duration = Duration.parse(text.toUpperCase(Locale.ROOT));
            if (!duration.isNegative() && duration.compareTo(Duration.ofDays(36_500)) <= 0) return duration;
        } catch (DateTimeException | ArithmeticException e) {
            // The sentence below says what works.
        }
        wrong(field, "This is a length of time such as PT30S (30 seconds), PT5M (5 minutes) or P3D (3 days).");
        return before;
    }

    LocalDate date(String field, LocalDate before, LocalDate fallback) {
        if (!has(field)) return before;
        var text = given(field);
        if (text == null) return fallback;
        try {
            var date = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
            if (date.getYear() >= 2011 && date.getYear() < 3000) return date;
        } catch (DateTimeException e) {
            // The sentence below says what works.
        }
        wrong(field, "This is a date from 2011 on, such as 2026-09-30.");
        return before;
    }

    <E extends Enum<E>> E choice(String field, Class<E> type, E before, E fallback) {
        if (!has(field)) return before;
        var text = given(field);
        if (text == null) return fallback;
        var found = Word.find(type, text.toLowerCase(Locale.ROOT));
        if (found.isEmpty()) {
            var words = new TreeSet<String>();
            for (var each : type.getEnumConstants()) words.add(Word.of(each));
            wrong(field, "This is one of: %s.".formatted(String.join(", ", words)));
        }
        return found.orElse(before);
    }

    URI address(String field, URI before, URI fallback) {
        if (!has(field)) return before;
        var text = given(field);
        if (text == null) return fallback;
        try {
            var url = new URI(text.replaceAll("/+$", ""));
            boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
            boolean bare = url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
            if (web && bare && url.getHost() != null) return url;
        } catch (URISyntaxException e) {
            // The sentence below says what works.
        }
        wrong(
                field,
                "This is an address that begins with https:// and has no question mark, such as %s."
                        .formatted(fallback));
        return before;
    }

    /** The field as it was sent: an object, or a text with one pair a line. Call only when {@link #has} says so. */
    @Nullable
    Object raw(String field) {
        return values.get(field);
    }

    /** A list, or a text with one entry a line. */
    String lines(String field, String before) {
        if (!has(field)) return before;
        var value = values.get(field);
        if (value instanceof Collection<?> list) {
            var lines = new StringBuilder();
            for (var each : list)
                lines.append(each == null ? "" : each.toString().replaceAll("\\R", " "))
                        .append('\n');
            return lines.toString();
        }
        return value == null ? "" : value.toString();
    }
}
