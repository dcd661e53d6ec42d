package perennial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;
import perennial.database.TestServer;

/**
 * The whole portal for a test: a real PostgreSQL with an empty database for each context, a data folder of its own under
 * {@code target}, a random port on the loopback address. Jobs run, as in production.
 *
 * <p>{@code @Import(SettableClock.InPortal.class)} on the test class puts time into the test's hands.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = PortalTest.FreshSurroundings.class)
public abstract class PortalTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static @Nullable ApiContract contract;

    @LocalServerPort
    private int port;

    /** The address of {@code path} on the portal under test. */
    protected final URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /**
     * Asks the API, and holds the reply against the description that the portal serves.
     *
     * @param body as JSON; null for none
     * @param token of whoever asks; null for a guest
     */
    protected final HttpResponse<String> call(String method, String path, @Nullable String body, @Nullable String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (token != null) request.header("Authorization", "Bearer " + token);
        return described(body, HTTP.send(request.build(), BodyHandlers.ofString()));
    }

    /**
     * The same reply, once it is known to be as the description of the API says.
     *
     * @param sent as JSON; null for another kind of body, or none
     */
    protected final HttpResponse<String> described(@Nullable String sent, HttpResponse<String> reply)
            throws IOException, InterruptedException {
        var path = reply.request().uri().getRawPath();
        if (path.startsWith("/api/v1/")) {
            assertThat(contract().mistakes(reply.request().method(), path, sent, reply))
                    .isEmpty();
        }
        return reply;
    }

    /** The description of the API; it is the same whatever portal serves it. */
    protected final ApiContract contract() throws IOException, InterruptedException {
        synchronized (HTTP) {
            if (contract == null) {
                var request = HttpRequest.newBuilder(at("/api/openapi.json")).build();
                contract = new ApiContract(
                        HTTP.send(request, BodyHandlers.ofString()).body());
            }
            return contract;
        }
    }

    /** A database and a data folder for one context. */
    static final class FreshSurroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = TestServer.freshDatabase();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "fresh surroundings",
                            Map.of(
                                    "perennial.home", freshHome().toString(),
                                    "perennial.tools", TestServer.TOOLS.toString(),
                                    "perennial.address", "127.0.0.1",
                                    "perennial.database.url", database.url(),
                                    "perennial.database.username", database.username(),
                                    "perennial.database.password", database.password(),
                                    "perennial.jobs.poll", "50ms",
                                    "perennial.webhooks.inside", "true",
                                    "perennial.webhooks.pauses", "100ms, 100ms")));
        }

        private static Path freshHome() {
            try {
                var homes = Files.createDirectories(Path.of("target", "homes").toAbsolutePath());
                return Files.createTempDirectory(homes, "home-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
