package perennial.zoom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Makes the token of a JWT app: HS256 over the API key and an end, signed with the API secret. */
final class JwtMaker implements Supplier<Token> {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Duration USE = Duration.ofMinutes(25);

    private final ZoomCredentials.Jwt credentials;
    private final InstantSource clock;

    JwtMaker(ZoomCredentials.Jwt credentials, InstantSource clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    public Token get() {
        var now = clock.instant();
        var header = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(UTF_8));
        var claims = Json.write(
                Map.of("iss", credentials.apiKey(), "exp", now.plus(LIFE).getEpochSecond()));
        var signed = header + "." + encode(claims.getBytes(UTF_8));
        var signature = HmacSha256.of(credentials.apiSecret(), signed.getBytes(UTF_8));
        return new Token(signed + "." + encode(signature), now.plus(USE), Set.of());
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
