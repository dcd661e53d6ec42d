package perennial.zoom;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenTest {
    private static final String USER = "{\"id\": \"a\", \"email\": \"a@example.com\"}";

    @RegisterExtension
    final ZoomServer zoom = new ZoomServer();

    @Test
    void asksWithAFormAndTheAppsCredentials() {
        takes("token-1");

        zoom.account().user("a");

        zoom.http.verify(postRequestedFor(urlEqualTo("/oauth/token"))
                .withBasicAuth(new BasicCredentials("client-1", "s3cret"))
                .withFormParam("grant_type", equalTo("account_credentials"))
                .withFormParam("account_id", equalTo("account-1")));
    }

    @Test
    void keepsATokenUntilFiveMinutesBeforeItsEnd() {
        takes("token-1");
        zoom.account().user("a");
        later(Duration.ofMinutes(54));
        zoom.account().user("a");
        tokensAsked(1);

        takes("token-2");
        later(Duration.ofMinutes(2));
        zoom.account().user("a");

        tokensAsked(2);
    }

    @Test
    void renewsATokenThatEndsInTheMiddle() {
        takes("token-1");
        zoom.account().user("a");
        takes("token-2");

        assertThat(zoom.account().user("a")).isPresent();

        tokensAsked(2);
    }

    @Test
    void renewsOnceAndNoMore() {
        takes("none");

        assertThatThrownBy(() -> zoom.account().user("a")).isInstanceOf(ZoomException.Refused.class);

        tokensAsked(2);
        zoom.http.verify(2, getRequestedFor(anyUrl()));
    }

    @Test
    void sharesOneRenewalAmongAllWhoNeedIt() throws Exception {
        takes("token-1");
        zoom.http.stubFor(post("/oauth/token")
                .willReturn(okJson("{\"access_token\": \"token-1\"}").withFixedDelay(300)));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> call = () -> zoom.account().user("a").isPresent();
            for (var found :
                    threads.invokeAll(Stream.generate(() -> call).limit(20).toList()))
                assertThat(found.get()).isTrue();
        }

        tokensAsked(1);
    }

    @Test
    void keepsTokensOfDifferentAccessesApart() {
        takes("token-1");
        zoom.account().user("a");
        takes("token-2");
        zoom.account(new ZoomCredentials.ServerToServer("account-2", "client-2", "x"))
                .user("a");

        tokensAsked(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"reason\": \"Invalid client_id or client_secret\", \"error\": \"invalid_client\"} | Refused",
                "401 | {\"reason\": \"Invalid client_id or client_secret\", \"error\": \"invalid_client\"} | Refused",
                "400 | {\"reason\": \"unsupported grant type\", \"error\": \"unsupported_grant_type\"} | Refused",
                "400 | {\"error\": \"invalid_grant\"} | Refused",
                "400 | {\"code\": 4738, \"message\": \"disabled by admin\"} | Refused",
                "429 | {\"code\": 429} | Throttled",
                "500 | {\"error\": \"oops\"} | Unavailable",
                "404 | <html>not here</html> | Unreadable",
                "200 | <html>sign in to the hotel's network</html> | Unreadable",
                "200 | {} | Unreadable",
            })
    void tellsWrongCredentialsFromOtherTrouble(int status, String body, String kind) {
        zoom.http.stubFor(
                post("/oauth/token").willReturn(aResponse().withStatus(status).withBody(body)));

        assertThatThrownBy(() -> zoom.account().user("a"))
                .extracting(e -> e.getClass().getSimpleName())
                .isEqualTo(kind);
    }

    @Test
    void saysWhatToChangeAndNeverTheSecret() {
        zoom.http.stubFor(
                post("/oauth/token").willReturn(aResponse().withStatus(400).withBody("""
                {"reason": "Invalid client_id or client_secret", "error": "invalid_client"}""")));

        assertThatThrownBy(() -> zoom.account().user("a"))
                .hasMessage("Zoom does not accept the client ID and client secret. Copy both again from the app."
                        + " (Zoom says: Invalid client_id or client_secret)");
        assertThat(new ZoomAccess(ZoomServer.APP, zoom.url(""), zoom.url("/v2")).toString())
                .doesNotContain("s3cret");
        assertThat(new ZoomCredentials.Jwt("key", "s3cret").toString()).doesNotContain("s3cret");
    }

    @Test
    void signsItsOwnTokenForAJwtApp() throws Exception {
        zoom.http.stubFor(any(anyUrl()).willReturn(okJson(USER)));

        zoom.account(new ZoomCredentials.Jwt("key-1", "s3cret")).user("a");

        var sent = zoom.http
                .getAllServeEvents()
                .getFirst()
                .getRequest()
                .getHeader("Authorization")
                .substring("Bearer ".length());
        var parts = sent.split("\\.", -1);
        var claims = Json.read(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8));
        assertThat(claims.path("iss").asString()).isEqualTo("key-1");
        assertThat(claims.path("exp").asLong())
                .isEqualTo(zoom.now.get().plusSeconds(1800).getEpochSecond());
        assertThat(Base64.getUrlDecoder().decode(parts[2]))
                .isEqualTo(HmacSha256.of("s3cret", (parts[0] + "." + parts[1]).getBytes(UTF_8)));
        tokensAsked(0);
    }

    /** From here on only this one. */
    private void takes(String token) {
        zoom.http.stubFor(get(anyUrl()).willReturn(ZoomServer.problem(401, 124, "Access token is expired.")));
        zoom.http.stubFor(get(anyUrl())
                .withHeader("Authorization", equalTo("Bearer " + token))
                .willReturn(okJson(USER)));
    }

    private void later(Duration time) {
        zoom.now.updateAndGet(now -> now.plus(time));
    }

    private void tokensAsked(int times) {
        zoom.http.verify(times, postRequestedFor(urlEqualTo("/oauth/token")));
    }
}
