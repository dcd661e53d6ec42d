package perennial.zoom;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server that says what a test tells it to, and a client that believes it to be Zoom. Time stands still. */
final class ZoomServer implements BeforeEachCallback, AfterEachCallback {
    static final ZoomCredentials APP = new ZoomCredentials.ServerToServer("account-1", "client-1", "s3cret");

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-30T10:00:00Z"));
    final WireMockServer http = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    final Zoom zoom = new Zoom(now::get, SystemDefaultDnsResolver.INSTANCE, Duration.ofSeconds(20));

    @Override
    public void beforeEach(ExtensionContext context) {
        http.start();
        givesTokens("token-1", "token-2", "token-3");
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        http.stop();
        zoom.destroy();
    }

    ZoomAccount account() {
        return account(APP);
    }

    ZoomAccount account(ZoomCredentials credentials) {
        return zoom.account(new ZoomAccess(credentials, url(""), url("/v2")));
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + http.port() + path);
    }

    /** One after the other; the last one again and again. Without scopes. */
    void givesTokens(String... tokens) {
        for (int i = 0; i < tokens.length; i++) {
            http.stubFor(post(urlPathEqualTo("/oauth/token"))
                    .inScenario("tokens")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after " + i)
                    .willSetStateTo("after " + Math.min(i + 1, tokens.length - 1))
                    .willReturn(okJson("""
                            {"access_token": "%s", "token_type": "bearer", "expires_in": 3600}""".formatted(tokens[i]))));
        }
    }

    void givesTokenWithScopes(String scopes) {
        http.stubFor(post(urlPathEqualTo("/oauth/token")).willReturn(okJson("""
                {"access_token": "token-1", "token_type": "bearer", "expires_in": 3600, "scope": "%s"}""".formatted(scopes))));
    }

    static ResponseDefinitionBuilder problem(int status, int code, String message) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json;charset=UTF-8")
                .withBody("{\"code\": %d, \"message\": \"%s\"}".formatted(code, message));
    }
}
