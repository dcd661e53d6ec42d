package zoomsim.control;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import zoomsim.fault.Fault;
import zoomsim.fault.Faults;

/**
 * Reads a fault: {@code {"kind": …, "path": regular expression, "times": 1, …}}. Kinds with their fields:
 * {@code too-many} ({@code retryAfter}: an instant, for the daily limit), {@code error} ({@code status}),
 * {@code cut} ({@code afterBytes}), {@code token-expired}, {@code html}, {@code stall} ({@code time}, {@code afterBytes}),
 * {@code throttle} ({@code bytesPerSecond}), {@code ignore-range}, {@code page-token-expired}, {@code wrong-length}
 * ({@code by}: bytes announced too many or, below 0, too few), {@code changed-etag}, {@code lost-answer}. {@code passing}: so
 * many requests pass before one fails.
 */
final class FaultJson {
    private FaultJson() {}

    /** @throws IllegalArgumentException when it cannot be understood */
    static void add(Faults faults, JsonNode json) {
        var path = json.path("path").asString("/");
        if (json.has("passing")) faults.after(json.path("passing").asInt(), path, fault(json));
        else faults.next(json.path("times").asInt(1), path, fault(json));
    }

    private static Fault fault(JsonNode json) {
        var kind = json.path("kind").asString("");
        return switch (kind) {
            case "too-many" ->
                new Fault.TooManyRequests(
                        json.has("retryAfter")
                                ? Instant.parse(json.path("retryAfter").asString())
                                : null);
            case "error" -> new Fault.ServerError(json.path("status").asInt(500));
            case "cut" -> new Fault.Cut(json.path("afterBytes").asLong(0));
            case "unknown-user" -> new Fault.UnknownUser();
            case "token-expired" -> new Fault.TokenExpired();
            case "html" -> new Fault.HtmlPage();
            case "stall" ->
                new Fault.Stall(
                        json.path("afterBytes").asLong(0),
                        Duration.parse(json.path("time").asString("PT10S")));
            case "throttle" -> new Fault.Throttle(json.path("bytesPerSecond").asLong(100_000));
            case "page-token-expired" -> new Fault.PageTokenExpired();
            case "wrong-length" -> new Fault.WrongLength(json.path("by").asLong(-1));
            case "changed-etag" -> new Fault.ChangedETag();
            case "lost-answer" -> new Fault.LostAnswer();
            case "ignore-range" -> new Fault.IgnoreRange();
            default -> throw new IllegalArgumentException("no fault of the kind '%s'".formatted(kind));
        };
    }
}
