package perennial;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class PortalStartsTest extends PortalTest {
    @Test
    void saysThatItIsHealthy() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(HttpRequest.newBuilder(at("/actuator/health")).build(), BodyHandlers.ofString());

            assertThat(answer.body()).contains("UP");
        }
    }
}
