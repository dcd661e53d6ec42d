package perennial.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "perennial.admin.email=leila@example.org",
            "perennial.admin.password=meadow-kettle-9",
            "perennial.admin.token=a-token-of-some-length-1"
        })
class ConfiguredAdministratorTest extends PeopleTest {
    @Autowired
    FirstAdministrator first;

    @Test
    void isMadeOnceAndHasTheirToken() {
        start();
        start();

        assertThat(visitor.signIn("leila@example.org", PASSWORD).statusCode()).isEqualTo(302);
        assertThat(api("GET", "/api/v1/people", "a-token-of-some-length-1", "").body())
                .containsOnlyOnce("leila@example.org");
    }

    @Test
    void isNotMadeWhereThereIsOneAlready() {
        person("ada@example.org", Role.ADMINISTRATOR);

        start();

        assertThat(people.byEmail("leila@example.org")).isEmpty();
    }

    @Test
    void keepsThePasswordTheyChose() {
        start();
        var leila = people.byEmail("leila@example.org").orElseThrow();
        accounts.password(leila.id(), passwords.hash("harbour lantern 41"));

        start();

        assertThat(visitor.signIn("leila@example.org", "harbour lantern 41").statusCode())
                .isEqualTo(302);
    }

    @Test
    void halfAConfigurationStopsTheStart() {
        assertThatThrownBy(() -> new AdminProperties("leila@example.org", null, null))
                .hasMessageContaining("perennial.admin.password");
        assertThatThrownBy(() -> new AdminProperties("leila@example.org", "short", null))
                .hasMessageContaining("perennial.admin.password")
                .hasMessageNotContaining("short");
        assertThatThrownBy(() -> new AdminProperties(null, null, "a-token-of-some-length-1"))
                .hasMessageContaining("perennial.admin.email");
    }

    private void start() {
        first.run(new DefaultApplicationArguments());
    }
}
