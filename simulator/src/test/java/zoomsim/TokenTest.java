package zoomsim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import zoomsim.auth.Scopes;
import zoomsim.auth.Signatures;

/** Who gets in, with what, and for how long. */
class TokenTest {
    private Simulator simulator;
    private Caller zoom;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.start(Options.forTests());
        zoom = new Caller(simulator);
    }

    @AfterEach
    void stop() {
        zoom.close();
        simulator.close();
    }

    @Test
    void takesParametersFromTheQueryWhateverTheContentType() {
        var reply = zoom.post(
                "/oauth/token?" + zoom.tokenForm(),
                "",
                "Authorization",
                Caller.basic(),
                "Content-Type",
                "application/json");
        assertThat(reply.statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAWrongSecret() {
        var reply = zoom.post("/oauth/token", zoom.tokenForm(), "Authorization", "Basic bm9ib2R5OmtleQ==");
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body())
                .isEqualTo("{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}");
    }

    @Test
    void refusesAnUnseenGrant() {
        var reply = zoom.askForToken("{\"grant_type\": \"account_credentials\"}");
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body())
                .isEqualTo("{\"reason\":\"unsupported grant type\",\"error\":\"unsupported_grant_type\"}");
    }

    @Test
    void refusesAnotherAccount() {
        var reply = zoom.askForToken("grant_type=account_credentials&account_id=other");
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(Caller.json(reply).path("error").asString()).isEqualTo("invalid_request");
    }

    @Test
    void aTokenLastsAnHourAndANewOneLeavesItValid() {
        var first = zoom.signedIn().token();
        zoom.signedIn();
        zoom.with(first);
        simulator.clock().advance(Duration.ofMinutes(59));
        assertThat(zoom.get("/v2/users").statusCode()).isEqualTo(200);
        simulator.clock().advance(Duration.ofMinutes(2));
        var reply = zoom.get("/v2/users");
        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(Caller.json(reply).path("code").asInt()).isEqualTo(124);
    }

    @Test
    void aScopeAddedLaterNeedsANewToken() {
        simulator.tokens().scopes(List.of("user:read:list_users:admin"));
        zoom.signedIn();
        simulator.tokens().scopes(Scopes.ALL);
        assertThat(Caller.json(zoom.get("/v2/users/me")).path("code").asInt()).isEqualTo(4711);
        zoom.signedIn();
        assertThat(zoom.get("/v2/users/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aJwtAppSignsItsOwnTokens() {
        long soon = simulator.clock().instant().plusSeconds(60).getEpochSecond();
        zoom.with(jwt("simulatorApiKey0000001", soon));
        assertThat(zoom.get("/v2/users").statusCode()).isEqualTo(200);
        simulator.clock().advance(Duration.ofMinutes(2));
        assertThat(zoom.get("/v2/users").body()).contains("expired");
        zoom.with(jwt("another key", soon + 600));
        assertThat(zoom.get("/v2/users").body()).contains("Invalid access token.");
    }

    private static String jwt(String issuer, long expires) {
        var signed = Signatures.encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "."
                + Signatures.encoded("{\"iss\":\"%s\",\"exp\":%d}".formatted(issuer, expires));
        return signed + "."
                + Signatures.hmacSha256(Options.forTests().credentials().apiSecret(), signed);
    }
}
