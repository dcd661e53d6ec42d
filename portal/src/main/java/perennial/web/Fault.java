package perennial.web;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What an error page says.
 *
 * @param reference for server errors: the number under which the log tells more; else empty
 */
public record Fault(int status, String code, String sentence, String nextStep, String reference) {

    static Fault of(@Nullable Object status, @Nullable Object problem) {
        if (problem instanceof PortalException known) {
            return new Fault(known.status(), known.code(), known.sentence(), known.nextStep(), "");
        }
        int code = status instanceof Integer number ? number : 404;
        return switch (code) {
            case 400 ->
                of(
                        code,
                        "bad-request",
                        "This request could not be read",
                        "Go back, check what you entered, and try again.");
            case 401 -> of(code, "unauthenticated", "You are not signed in", "Sign in, or send a valid bearer token.");
            case 403 ->
                of(
                        code,
                        "forbidden",
                        "This is not yours to open",
                        "Your role does not reach this page, or it was open for too long. Go back and try again,"
                                + " or ask a Manager.");
            case 404 -> Fault.of(null, PortalException.notFound());
            case 405 ->
                of(
                        code,
                        "method-not-allowed",
                        "This address does not take that",
                        "Go back and use the page's own buttons.");
            case 413 -> of(code, "too-large", "That is too large", "Send a smaller one.");
            case 415 -> of(code, "media-type", "This kind of content is not understood here", "Send JSON to the API.");
            case 503 -> of(code, "unavailable", "The portal is busy", "Try again in a minute.");
            default ->
                code >= 400 && code < 500
                        ? of(code, "refused", "This request was refused", "Go back and try again.")
                        : broken();
        };
    }

    private static Fault of(int status, String code, String sentence, String nextStep) {
        return new Fault(status, code, sentence, nextStep, "");
    }

    private static Fault broken() {
        var number = new byte[4];
        ThreadLocalRandom.current().nextBytes(number);
        var hex = HexFormat.of().formatHex(number).toUpperCase(Locale.ROOT);
        return new Fault(
                500,
                "internal",
                "Something went wrong on our side",
                "Your last step was not saved, and nothing else was changed. Try again in a minute."
                        + " If it stays like this, give your administrator the number below.",
                hex.substring(0, 4) + "-" + hex.substring(4));
    }

    /** RFC 9457, with {@code code} for scripts and {@code reference} for server errors. */
    Map<String, Object> toProblem() {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", sentence);
        problem.put("status", status);
        problem.put("detail", nextStep);
        problem.put("code", code);
        if (!reference.isEmpty()) problem.put("reference", reference);
        return problem;
    }
}
