package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import perennial.PortalTest;
import perennial.people.People;

@TestPropertySource(
        properties = {
            "perennial.admin.email=first@example.org",
            "perennial.admin.password=a long enough passphrase",
            "perennial.zoom.connection.id=5eed0000-0000-4000-8000-000000000001",
            "perennial.zoom.connection.webhook-secret=hush",
            "perennial.zoom.connection.name=Northwind",
            "perennial.zoom.connection.account-id=first",
            "perennial.zoom.connection.client-id=client",
            "perennial.zoom.connection.client-secret=secret",
            "perennial.zoom.connection.oauth-url=http://127.0.0.1:9/",
            "perennial.zoom.connection.api-url=http://127.0.0.1:9/v2",
            "perennial.zoom.connection.enabled=false"
        })
class FirstConnectionTest extends PortalTest {
    @Autowired
    private Connections connections;

    @Autowired
    private People people;

    @Test
    void isMadeOfTheConfigurationOnAPortalThatHasNone() {
        assertThat(connections.all()).singleElement().satisfies(connection -> {
            assertThat(connection.settings().name()).isEqualTo("Northwind");
            assertThat(connection.settings().door().apiUrl()).isEqualTo(URI.create("http://127.0.0.1:9/v2"));
            assertThat(connection.secretsSaved()).contains("clientSecret", "webhookSecret");
            assertThat(connection.id()).hasToString("5eed0000-0000-4000-8000-000000000001");
            assertThat(connection.enabled()).isFalse();
            var administrator = people.byEmail("first@example.org").orElseThrow();
            assertThat(connections.publisher(connection.id())).contains(administrator.id());
        });
    }
}
