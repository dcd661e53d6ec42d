package perennial.sync;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Which topics the settings take and leave: expressions found anywhere, ignoring case (M8). */
record TopicRule(@Nullable Pattern include, @Nullable Pattern exclude) {
    /** How Java begins to complain, and what a person makes of it. */
    private static final Map<String, String> PROBLEMS = Map.of(
            "Unclosed group", "A bracket ( is not closed.",
            "Unclosed character class", "A bracket [ is not closed.",
            "Unclosed counted closure", "A bracket { is not closed.",
            "Unmatched closing", "A bracket ) is closed that was never opened.",
            "Dangling meta character", "A *, + or ? has nothing before it to repeat.",
            "Illegal repetition", "A bracket { needs a number, such as {3}.",
            "Unexpected internal error", "A \\ at the end has nothing after it.",
            "Illegal/unsupported escape", "A \\ stands before a letter that means nothing.");

    TopicRule(@Nullable String include, @Nullable String exclude) {
        this(pattern(include), pattern(exclude));
    }

    private static @Nullable Pattern pattern(@Nullable String text) {
        return text == null ? null : Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** What is wrong with an expression, in a sentence; empty when it can be used. */
    static String problem(String text) {
        try {
            Pattern.compile(text);
            return "";
        } catch (PatternSyntaxException e) {
            var known = PROBLEMS.entrySet().stream()
                    .filter(each -> String.valueOf(e.getDescription()).startsWith(each.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("%s.".formatted(e.getDescription()));
            var at = e.getIndex() > 0 && e.getIndex() < text.length()
                    ? " Look near character %d.".formatted(e.getIndex() + 1)
                    : "";
            return "This is not a regular expression. %s%s".formatted(known, at);
        }
    }

    /** Why it is left at Zoom, in a sentence; empty when it is taken. */
    String whyNot(String topic) {
        if (include != null && !include.matcher(topic).find()) return Reason.TOPIC_NOT_WANTED.sentence();
        if (exclude != null && exclude.matcher(topic).find()) return Reason.TOPIC_LEFT_OUT.sentence();
        return "";
    }
}
