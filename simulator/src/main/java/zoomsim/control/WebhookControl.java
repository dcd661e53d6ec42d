package zoomsim.control;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import zoomsim.account.Account;
import zoomsim.auth.Tokens;
import zoomsim.http.Json;
import zoomsim.http.Reply;
import zoomsim.webhook.EventSource;
import zoomsim.webhook.Mishap;
import zoomsim.webhook.Target;

/**
 * Orders about webhooks:
 *
 * <ul>
 *   <li>{@code PUT webhook {"url", "secret"}}: where to from here on; without url nowhere
 *   <li>{@code GET webhooks}: the tries so far
 *   <li>{@code POST webhooks {"event", "uuid"}} or {@code {"event", "user"}} or {@code {"body": {…}}}: sends one now, true or not
 *   <li>{@code POST webhook-validation}: {@code endpoint.url_validation}; tells whether the receiver answered rightly
 *   <li>{@code POST webhook-mishaps {"kind", "event": regular expression, "times", "by": "PT1H"}}, {@code DELETE
 *       webhook-mishaps}: {@code lost, doubled, late, overtaken, forged, altered, stale}
 * </ul>
 */
record WebhookControl(Account account, Tokens tokens, EventSource events) {
    Reply answer(String command, JsonNode body) {
        switch (command) {
            case "PUT webhook" -> events.webhooks().target(target(body));
            case "GET webhooks" -> {
                return Reply.json(200, Json.MAPPER.valueToTree(events.webhooks().attempts()));
            }
            case "POST webhooks" -> send(body);
            case "POST webhook-validation" -> {
                return Reply.json(200, Json.object().put("valid", events.validate()));
            }
            case "POST webhook-mishaps" ->
                events.webhooks()
                        .mishaps()
                        .next(body.path("times").asInt(1), body.path("event").asString(".*"), mishap(body));
            case "DELETE webhook-mishaps" -> events.webhooks().mishaps().clear();
            default -> {
                return Reply.json(404, Json.object().put("error", "no command " + command));
            }
        }
        return Reply.empty(204);
    }

    private static @Nullable Target target(JsonNode body) {
        if (!body.has("url")) return null;
        return new Target(
                URI.create(body.path("url").asString()), body.path("secret").asString());
    }

    private void send(JsonNode body) {
        if (body.path("body") instanceof ObjectNode any) {
            events.send(any);
            return;
        }
        var event = body.path("event").asString("");
        if (event.equals("app_deauthorized")) events.deauthorize(tokens);
        else if (body.has("user")) {
            var user = body.path("user").asString();
            events.say(
                    event,
                    account.user(user).orElseThrow(() -> new IllegalArgumentException("nobody here is " + user)));
        } else {
            var uuid = body.path("uuid").asString("");
            events.say(
                    event, account.meeting(uuid).orElseThrow(() -> new IllegalArgumentException("no meeting " + uuid)));
        }
    }

    private static Mishap mishap(JsonNode body) {
        var kind = body.path("kind").asString("");
        return switch (kind) {
            case "lost" -> new Mishap.Lost();
            case "doubled" -> new Mishap.Doubled();
            case "late" -> new Mishap.Late(by(body));
            case "overtaken" -> new Mishap.Overtaken();
            case "forged" -> new Mishap.Forged();
            case "altered" -> new Mishap.Altered();
            case "stale" -> new Mishap.Stale(by(body));
            default -> throw new IllegalArgumentException("no mishap of the kind '%s'".formatted(kind));
        };
    }

    private static Duration by(JsonNode body) {
        return Duration.parse(body.path("by").asString("PT1H"));
    }
}
