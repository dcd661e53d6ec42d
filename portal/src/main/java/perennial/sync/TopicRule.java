package perennial.sync;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which topics the settings take and leave: expressions found anywhere, ignoring case (M8). */
record TopicRule(@Nullable Pattern include, @Nullable Pattern exclude) {
    TopicRule(@Nullable String include, @Nullable String exclude) {
        this(pattern(include), pattern(exclude));
    }

    private static @Nullable Pattern pattern(@Nullable String text) {
        return text == null ? null : Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Why it is left at Zoom, in a sentence; empty when it is taken. */
    String whyNot(String topic) {
        if (include != null && !include.matcher(topic).find()) return "Its topic does not match the pattern.";
        if (exclude != null && exclude.matcher(topic).find()) return "Its topic matches the pattern to leave out.";
        return "";
    }
}
