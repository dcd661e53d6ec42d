package zoomsim.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import zoomsim.http.Json;

/** The access tokens that were given out, and the judgement on any token that comes back. */
public final class Tokens {
    /** Of an access token. */
    public static final Duration LIFE = Duration.ofHours(1);

    private final Credentials credentials;
    private final Clock clock;
    private final Map<String, Token> issued = new ConcurrentHashMap<>();
    private volatile List<String> scopes;

    public Tokens(Credentials credentials, List<String> scopes, Clock clock) {
        this.credentials = credentials;
        this.scopes = List.copyOf(scopes);
        this.clock = clock;
    }

    /** What is thought of a token. */
    public sealed interface Judgement {
        /**
         * Good.
         *
         * @param scopes null for a JWT app or a download token, which have none
         */
        record Valid(@Nullable List<String> scopes) implements Judgement {
            public boolean allows(List<String> anyOf) {
                return scopes == null || anyOf.stream().anyMatch(scopes::contains);
            }
        }

        record Expired() implements Judgement {}

        record Unknown() implements Judgement {}
    }

    /** Scopes of tokens given out from here on; those that exist keep theirs. */
    public void scopes(List<String> wanted) {
        scopes = List.copyOf(wanted);
    }

    public List<String> scopes() {
        return scopes;
    }

    /** A new token of the Server-to-Server app; older ones stay valid. */
    public String issue() {
        var granted = scopes;
        return remember(LIFE, new Judgement.Valid(granted));
    }

    /** Zoom's {@code download_access_token}, which opens downloads only. */
    public String issueForDownload(Duration life) {
        return remember(life, new Judgement.Valid(null));
    }

    /** Makes every token given out so far an expired one. */
    public void expireAll() {
        var now = clock.instant();
        issued.replaceAll((text, token) -> new Token(now, token.judgement));
    }

    public Judgement judge(String token) {
        var known = issued.get(token);
        if (known != null) return clock.instant().isBefore(known.expires) ? known.judgement : new Judgement.Expired();
        return judgeOwnJwt(token);
    }

    private String remember(Duration life, Judgement.Valid judgement) {
        var now = clock.instant();
        var header = Json.object()
                .put("alg", "HS512")
                .put("v", "2.0")
                .put("kid", UUID.randomUUID().toString());
        var claims = Json.object()
                .put("iss", "zm:cid:" + credentials.clientId())
                .put("aud", "https://oauth.zoom.us")
                .put("jti", UUID.randomUUID().toString())
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(life).getEpochSecond());
        var signed = Signatures.encoded(header.toString()) + "." + Signatures.encoded(claims.toString());
        var text = signed + "." + Signatures.hmacSha512(credentials.clientSecret(), signed);
        issued.put(text, new Token(now.plus(life), judgement));
        return text;
    }

    /** A JWT app makes its tokens itself: HS256 with the API secret, {@code iss} = API key, {@code exp} in seconds. */
    private Judgement judgeOwnJwt(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) return new Judgement.Unknown();
        try {
            var claims = decoded(parts[1]);
            var signature = Signatures.hmacSha256(credentials.apiSecret(), parts[0] + "." + parts[1]);
            if (!decoded(parts[0]).path("alg").asString("").equals("HS256")
                    || !claims.path("iss").asString("").equals(credentials.apiKey())
                    || !Signatures.same(signature, parts[2])) return new Judgement.Unknown();
            var expires = Instant.ofEpochSecond(claims.path("exp").asLong(0));
            return clock.instant().isBefore(expires) ? new Judgement.Valid(null) : new Judgement.Expired();
        } catch (IllegalArgumentException | JacksonException e) {
            return new Judgement.Unknown();
        }
    }

    private static JsonNode decoded(String part) {
        return Json.MAPPER.readTree(Base64.getUrlDecoder().decode(part));
    }

    private record Token(Instant expires, Judgement judgement) {}
}
