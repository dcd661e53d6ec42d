package perennial.zoom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Calls of the REST API with a token, which is renewed once when Zoom no longer takes it. */
final class Api {
    static final String PAGE_TOKEN = "next_page_token";

    private static final int BAD_TOKEN = 124;
    private static final int VALIDATION = 300;

    private final String base;
    private final Tokens tokens;
    private final Http http;
    private final CallBudget budget;
    private final InstantSource clock;

    Api(URI base, Tokens tokens, Http http, CallBudget budget, InstantSource clock) {
        this.base = base.toString();
        this.tokens = tokens;
        this.http = http;
        this.budget = budget;
        this.clock = clock;
    }

    /**
     * Reads something.
     *
     * @param doing what for, to finish the sentence of an error
     * @param expected the field without which an answer is not an answer: a 200 that holds something else tells nothing
     */
    JsonNode get(String doing, String path, Map<String, String> query, String expected) {
        var reply = send(doing, "GET", path + queryText(query), null);
        try {
            var body = Json.read(reply.body());
            if (body.hasNonNull(expected)) return body;
            var problem = Problem.of(body);
            if (problem.code() != 0) {
                throw translate(doing, new Reply(400, reply.headers(), reply.body()), query.containsKey(PAGE_TOKEN));
            }
            throw new ZoomException.Unreadable(doing, "it lacks \"" + expected + "\"");
        } catch (JacksonException e) {
            throw new ZoomException.Unreadable(doing, "it is not JSON");
        }
    }

    /** Reads a page of a list; an answer whose {@code name} is no list is none. */
    JsonNode list(String doing, String path, Map<String, String> query, String name) {
        var page = get(doing, path, query, name);
        if (page.path(name).isArray()) return page;
        throw new ZoomException.Unreadable(doing, "\"" + name + "\" is not a list");
    }

    /** Changes something; Zoom's answer is empty. */
    void change(String doing, String method, String path, @Nullable String json) {
        send(doing, method, path, json);
    }

    private Reply send(String doing, String method, String pathAndQuery, @Nullable String json) {
        var token = tokens.current();
        var reply = sendWith(token, doing, method, pathAndQuery, json);
        if (badToken(reply)) {
            reply = sendWith(tokens.insteadOf(token), doing, method, pathAndQuery, json);
        }
        if (reply.ok()) return reply;
        throw translate(doing, reply, pathAndQuery.contains(PAGE_TOKEN + "="));
    }

    private Reply sendWith(Token token, String doing, String method, String pathAndQuery, @Nullable String json) {
        var request = new HttpUriRequestBase(method, URI.create(base + pathAndQuery));
        request.setHeader("Authorization", "Bearer " + token.value());
        request.setHeader("Accept", "application/json");
        if (json != null) request.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
        var kind = CallKind.of(pathAndQuery.replaceFirst("\\?.*", ""));
        budget.await(kind);
        try {
            var reply = http.send(request);
            RateHeaders.read(reply, clock.instant()).ifPresent(limit -> budget.told(kind, limit));
            return reply;
        } catch (IOException e) {
            throw new ZoomException.Unavailable(doing, Http.describe(e), e);
        }
    }

    private static boolean badToken(Reply reply) {
        if (reply.ok()) return false;
        return reply.status() == 401 || Problem.read(reply.body()).code() == BAD_TOKEN;
    }

    /** By status and code: a missing scope is a 400 with code 4711, a stale page token a 400 with code 300. */
    private ZoomException translate(String doing, Reply reply, boolean laterPage) {
        var problem = Problem.read(reply.body());
        int status = reply.status();
        if (status == 429) return new ZoomException.Throttled(doing, RetryAfter.read(reply, clock.instant()));
        if (status >= 500) return new ZoomException.Unavailable(doing, "it answers with HTTP " + status, null);
        if (problem.namesScopes() || problem.code() == 4711) {
            return new ZoomException.MissingScope(doing, problem.scopes());
        }
        if (problem.code() == VALIDATION && laterPage && saysPageToken(problem)) {
            return new ZoomException.PageTokenExpired(doing);
        }
        return switch (problem.code()) {
            case BAD_TOKEN, 4700, 4717, 4735, 4738, 4741 -> refused(problem);
            case 1001, 1010, 1120, 3001, 3301, 3322 ->
                new ZoomException.NotFound(doing, problem.code(), problem.reason());
            case 200 -> new ZoomException.Forbidden(doing, problem.reason());
            default -> byStatus(doing, status, problem);
        };
    }

    private static ZoomException byStatus(String doing, int status, Problem problem) {
        if (status == 401) return refused(problem);
        if (status == 403) return new ZoomException.Forbidden(doing, problem.reason());
        if (status == 408 || status == 425) return new ZoomException.Unavailable(doing, "it was too slow", null);
        // Any server says 404 to any address; only with a number of Zoom's is it Zoom's word.
        if (problem.code() == 0) {
            return new ZoomException.Unreadable(doing, "HTTP %d, no code of Zoom's".formatted(status));
        }
        if (status == 404) return new ZoomException.NotFound(doing, problem.code(), problem.reason());
        return new ZoomException.Rejected(doing, problem.code(), problem.reason());
    }

    private static ZoomException.Refused refused(Problem problem) {
        return new ZoomException.Refused(
                ("Zoom does not take a token that is only just made. Check that the app is activated,"
                                + " and this computer's clock. (Zoom says: %s)")
                        .formatted(problem.reason()));
    }

    private static boolean saysPageToken(Problem problem) {
        return problem.message().toLowerCase(Locale.ROOT).contains("token");
    }

    private static String queryText(Map<String, String> query) {
        if (query.isEmpty()) return "";
        return query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }
}
