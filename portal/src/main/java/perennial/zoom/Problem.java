package perennial.zoom;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The body of an error, as far as it can be read.
 *
 * @param code Zoom's own number, 0 when there is none
 * @param message in Zoom's words, possibly empty
 */
record Problem(int code, String message) {
    private static final int LONGEST = 300;
    private static final Pattern SCOPES = Pattern.compile("scopes?:\\s*\\[([^\\]]*)]");

    /** Any text: Zoom's shape, its old nested one, OAuth's, or a page that a proxy made. */
    static Problem read(String body) {
        try {
            return of(Json.read(body));
        } catch (JacksonException e) {
            return new Problem(0, PageText.of(body));
        }
    }

    static Problem of(JsonNode body) {
        var nested = body.path("error");
        if (nested.isObject()) return of(nested);
        var message =
                new StringBuilder(firstOf(body, "message", "errorMessage", "reason", "error_description", "error"));
        for (var error : body.path("errors")) {
            message.append(' ').append(Fields.text(error, "field")).append(": ").append(Fields.text(error, "message"));
        }
        int code = Fields.smallNumber(body, "code");
        return new Problem(code == 0 ? Fields.smallNumber(body, "errorCode") : code, shorten(message.toString()));
    }

    /** Any one of them would have done. */
    List<String> scopes() {
        var found = SCOPES.matcher(message);
        if (!found.find()) return List.of();
        return Arrays.stream(found.group(1).split(",", -1))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    boolean namesScopes() {
        return SCOPES.matcher(message).find();
    }

    /** In Zoom's words, or a placeholder that reads well. */
    String reason() {
        return message.isBlank() ? "no reason given" : message.strip();
    }

    private static String firstOf(JsonNode body, String... names) {
        return Arrays.stream(names)
                .map(name -> Fields.text(body, name))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
