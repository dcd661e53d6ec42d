package zoomsim.webhook;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import zoomsim.auth.Signatures;

/**
 * One event as it goes over the wire: signed once, and the same bytes each time.
 *
 * @param body compact JSON
 */
record Call(Target target, String event, String requestId, long timestamp, String body, String signature) {
    /** The receiver has that long to answer. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    static Call sign(Target target, String event, String body, Instant at) {
        long timestamp = at.getEpochSecond();
        var signature = "v0=" + Signatures.hexHmacSha256(target.secret(), "v0:%d:%s".formatted(timestamp, body));
        return new Call(target, event, UUID.randomUUID().toString(), timestamp, body, signature);
    }

    Call withBody(String other) {
        return new Call(target, event, requestId, timestamp, other, signature);
    }

    HttpRequest request() {
        var tracking = UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
        return HttpRequest.newBuilder(target.url())
                .timeout(PATIENCE)
                .header("User-Agent", "Zoom Marketplace/1.0a")
                .header("Content-Type", "application/json; charset=utf-8")
                .header("x-zm-request-timestamp", Long.toString(timestamp))
                .header("x-zm-signature", signature)
                .header("x-zm-request-id", requestId.replace("-", "_"))
                .header("x-zm-trackingid", "v=2.0;clid=us02;rid=WEB_" + tracking)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }
}
