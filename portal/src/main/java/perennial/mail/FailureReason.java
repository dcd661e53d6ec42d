package perennial.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/** What went wrong with a mail, in the words of the innermost cause, short enough for a table. */
final class FailureReason {
    private static final int LONGEST = 300;

    private FailureReason() {}

    static String of(@Nullable Throwable thrown) {
        if (thrown == null) return "The attempt was broken off.";
        var cause = NestedExceptionUtils.getMostSpecificCause(thrown);
        var said = cause.getMessage() == null
                ? ""
                : cause.getMessage().replaceAll("\\s+", " ").strip();
        var text = said.isEmpty()
                ? "The mail server did not take it (" + cause.getClass().getSimpleName() + ")."
                : said;
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
