package zoomsim.api;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import zoomsim.http.Handler;
import zoomsim.http.Refusal;
import zoomsim.http.Reply;
import zoomsim.http.Request;

/** Counts each request against the limits and puts Zoom's headers on each reply, whoever made it. */
public final class ReplyHeaders implements Handler {
    private final RestApi api;
    private final Handler next;
    private final RateLimits limits;

    /**
     * Stands before the API.
     *
     * @param next answers what is within the limits
     */
    public ReplyHeaders(RestApi api, Handler next, Plan plan, Clock clock) {
        this.api = api;
        this.next = next;
        this.limits = new RateLimits(plan, clock);
    }

    @Override
    public Reply handle(Request request) {
        var verdict = limits.count(api.label(request));
        if (!verdict.allowed()) return verdict.refusal().with(common());
        var reply = answer(request);
        var headers = new LinkedHashMap<>(verdict.headers());
        headers.putAll(common());
        headers.putAll(reply.headers());
        return reply.with(headers);
    }

    private Reply answer(Request request) {
        try {
            return next.handle(request);
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }

    private static Map<String, String> common() {
        var id = UUID.randomUUID().toString().replace("-", "");
        return Map.of(
                "x-zm-trackingid",
                "v=2.0;clid=us02;rid=WEB_" + id.toLowerCase(Locale.ROOT),
                "x-content-type-options",
                "nosniff",
                "cache-control",
                "no-cache, no-store, must-revalidate, max-age=0");
    }
}
