package perennial.web;

import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentFormatter;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The docstring of a route, as the description of the API shows it: CommonMark. The build keeps docstrings beside the classes.
 *
 * @param summary its first sentence, without the full stop; null where there is none
 * @param more all of it, where it says more than that
 */
record ApiWords(@Nullable String summary, @Nullable String more) {
    private static final Pattern END_OF_SENTENCE = Pattern.compile("\\.(\\s|$)|\\n\\n");
    private static final CommentFormatter FORMATTER = new CommentFormatter();

    static ApiWords of(Method route) {
        var text = text(RuntimeJavadoc.getJavadoc(route).getComment());
        if (text == null) return new ApiWords(null, null);
        var end = END_OF_SENTENCE.matcher(text);
        if (!end.find()) return new ApiWords(text, null);
        return new ApiWords(text.substring(0, end.start()), end.end() >= text.length() ? null : text);
    }

    /** What the docstring says of each parameter of a route. */
    static Map<String, String> parameters(Method route) {
        return RuntimeJavadoc.getJavadoc(route).getParams().stream()
                .collect(Collectors.toMap(one -> one.getName(), one -> String.valueOf(text(one.getComment()))));
    }

    /** What the docstring says of each component of a record. */
    static Map<String, String> components(Class<?> type) {
        return RuntimeJavadoc.getJavadoc(type).getRecordComponents().stream()
                .collect(Collectors.toMap(one -> one.getName(), one -> String.valueOf(text(one.getComment()))));
    }

    private static @Nullable String text(Comment comment) {
        var text = FORMATTER
                .format(comment)
                .replaceAll("</?code>", "`")
                .replaceAll("\\s*\\n\\s*", " ")
                .replaceAll("\\s*<p>\\s*", "\n\n")
                .strip();
        return text.isEmpty() ? null : text;
    }
}
