package perennial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.Browser;
import perennial.PortalTest;

class SecurityHeadersTest extends PortalTest {
    @ParameterizedTest
    @CsvSource({
        "/sign-in, 200",
        "/people, 302",
        "/set-up/none, 404",
        "/assets/perennial.css, 200",
        "/assets/none.css, 404",
        "/webjars/htmx.org/dist/htmx.min.js, 200",
        "/api/v1/people, 401",
        "/actuator/health, 200",
        "/media/..%2f..%2fetc, 400",
        "/library%00, 400",
        "/sign-in;x=1, 400"
    })
    void areOnEveryReply(String path, int status) {
        try (var visitor = new Browser(this::at)) {
            var answer = visitor.get(path);

            assertThat(answer.statusCode()).isEqualTo(status);
            SecurityHeaders.ALL.forEach((name, value) ->
                    assertThat(answer.headers().allValues(name)).as(name).containsExactly(value));
            if (path.startsWith("/webjars/")) return;
            assertThat(answer.body())
                    .doesNotContain("Exception", "at org.", "at perennial.", "<style", " style=", " onclick=");
        }
    }

    @ParameterizedTest
    @CsvSource({"POST, /assets/perennial.css, 403", "DELETE, /api/v1/settings, 401", "PUT, /sign-in, 403"})
    void areOnRefusedMethods(String method, String path, int status) {
        try (var visitor = new Browser(this::at)) {
            var answer =
                    visitor.send(HttpRequest.newBuilder(at(path)).method(method, HttpRequest.BodyPublishers.noBody()));

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValue(SecurityHeaders.CONTENT_SECURITY_POLICY);
        }
    }
}
