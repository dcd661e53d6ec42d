package perennial.zoom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks for a token of a Server-to-Server OAuth app. There is no refresh token: the same question again gives a new one. */
final class TokenRequest implements Supplier<Token> {
    private static final String DOING = "asking for a token";
    private static final Duration USUAL_LIFE = Duration.ofHours(1);
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final ZoomCredentials.ServerToServer credentials;
    private final String address;
    private final Http http;
    private final InstantSource clock;

    TokenRequest(ZoomCredentials.ServerToServer credentials, ZoomAccess access, Http http, InstantSource clock) {
        this.credentials = credentials;
        this.address = access.oauthUrl() + "/oauth/token";
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Token get() {
        var asked = clock.instant();
        var reply = send();
        if (reply.status() == 429) throw new ZoomException.Throttled(DOING, RetryAfter.read(reply, asked));
        if (!reply.ok()) throw failure(reply);
        var body = json(reply);
        var token = Fields.text(body, "access_token");
        if (token.isBlank()) throw new ZoomException.Unreadable(DOING, "it holds no token");
        return new Token(token, asked.plus(use(body)), scopes(body));
    }

    private Reply send() {
        var request = new HttpPost(address);
        var both = credentials.clientId() + ":" + credentials.clientSecret();
        request.setHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8)));
        request.setHeader("Accept", "application/json");
        request.setEntity(new UrlEncodedFormEntity(
                List.of(
                        new BasicNameValuePair("grant_type", "account_credentials"),
                        new BasicNameValuePair("account_id", credentials.accountId())),
                UTF_8));
        try {
            return http.send(request);
        } catch (IOException e) {
            throw new ZoomException.Unavailable(DOING, Http.describe(e), e);
        }
    }

    /** A 4xx that speaks OAuth is about the credentials; any other answer is not Zoom's word on them. */
    private static ZoomException failure(Reply reply) {
        try {
            var body = Json.read(reply.body());
            boolean spoken = body.has("error") || body.has("reason") || body.has("code");
            if (spoken && reply.status() >= 400 && reply.status() < 500) return refused(body);
        } catch (JacksonException e) {
            // Not JSON, so not from Zoom's token endpoint: said below.
        }
        if (reply.status() >= 500) {
            return new ZoomException.Unavailable(DOING, "it answers with HTTP " + reply.status(), null);
        }
        return new ZoomException.Unreadable(DOING, "HTTP %d without a reason".formatted(reply.status()));
    }

    private static ZoomException.Refused refused(JsonNode body) {
        var said = Problem.of(body).reason();
        var plain = switch (Fields.text(body, "error")) {
            case "invalid_client" ->
                "Zoom does not accept the client ID and client secret. Copy both again from the app.";
            case "unsupported_grant_type" ->
                "Zoom does not let this app in this way. It must be a Server-to-Server OAuth app.";
            case "invalid_grant", "invalid_request" ->
                "Zoom does not accept the account ID for this app. Copy it again, and check that the app is activated.";
            default -> "Zoom does not let the app in. Check its credentials, and that it is activated.";
        };
        return new ZoomException.Refused("%s (Zoom says: %s)".formatted(plain, said));
    }

    private static JsonNode json(Reply reply) {
        try {
            return Json.read(reply.body());
        } catch (JacksonException e) {
            throw new ZoomException.Unreadable(DOING, "it is not JSON");
        }
    }

    /** Until five minutes before its end; of a short-lived one at least half. */
    private static Duration use(JsonNode body) {
        var seconds = Fields.number(body, "expires_in");
        var life = seconds == null || seconds <= 0 || seconds > 86_400 ? USUAL_LIFE : Duration.ofSeconds(seconds);
        var half = life.dividedBy(2);
        return half.compareTo(MARGIN) < 0 ? half : life.minus(MARGIN);
    }

    private static Set<String> scopes(JsonNode body) {
        return Arrays.stream(Fields.text(body, "scope").split("[\\s,]+", -1))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
