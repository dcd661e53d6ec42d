package zoomsim.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import zoomsim.http.Handler;
import zoomsim.http.Json;
import zoomsim.http.Reply;
import zoomsim.http.Request;

/**
 * {@code POST /oauth/token} of a Server-to-Server app. Parameters count from the form and from the query, whatever the
 * content type.
 *
 * @param apiUrl what the reply names as {@code api_url}
 */
public record OAuthEndpoint(Credentials credentials, Tokens tokens, String apiUrl) implements Handler {
    @Override
    public Reply handle(Request request) {
        if (!request.method().equals("POST")) return Reply.empty(405);
        var parameters = new LinkedHashMap<>(request.query());
        parameters.putAll(form(request.body()));
        if (!known(request)) return refused("Invalid client_id or client_secret", "invalid_client");
        if (!"account_credentials".equals(parameters.get("grant_type"))) {
            return refused("unsupported grant type", "unsupported_grant_type");
        }
        if (!credentials.accountId().equals(parameters.get("account_id"))) {
            return refused("Bad Request", "invalid_request");
        }
        var body = Json.object()
                .put("access_token", tokens.issue())
                .put("token_type", "bearer")
                .put("expires_in", Tokens.LIFE.toSeconds())
                .put("scope", String.join(" ", tokens.scopes()))
                .put("api_url", apiUrl);
        return Reply.json(200, body);
    }

    /** Anything that is not a form has no parameters to see. */
    private static Map<String, String> form(String body) {
        try {
            return Request.parameters(body.strip());
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }

    private boolean known(Request request) {
        return request.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, "Basic ", 0, 6))
                .flatMap(header -> decoded(header.substring(6)))
                .filter(pair -> pair.equals(credentials.clientId() + ":" + credentials.clientSecret()))
                .isPresent();
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Reply refused(String reason, String error) {
        return Reply.json(400, Json.object().put("reason", reason).put("error", error));
    }
}
