package perennial.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import perennial.Browser;
import perennial.SettableClock;

@Import(SettableClock.InPortal.class)
class FirstStartTest extends PeopleTest {
    private static final Map<String, String> ADA =
            Map.of("name", "Ada", "email", "ada@example.org", "password", "harbour lantern 41");

    @Autowired
    SetUpLink link;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void morning() {
        clock.set(Instant.parse("2026-03-01T09:00:00Z"));
    }

    @Test
    void theLinkMakesOneAdministratorAndSignsThemIn() {
        var path = path();

        var made = visitor.submit(path, path, ADA);

        assertThat(made.statusCode()).isEqualTo(302);
        assertThat(visitor.get("/people").statusCode()).isEqualTo(200);
        assertThat(people.byEmail("ada@example.org")).map(Person::role).hasValue(Role.ADMINISTRATOR);
        try (var second = new Browser(this::at)) {
            assertThat(second.get(path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theLinkEndsAfterADay() {
        var path = path();

        clock.advance(Duration.ofHours(24));

        assertThat(visitor.get(path).statusCode()).isEqualTo(404);
        assertThat(visitor.get(path).body()).contains("This link does not work any more");
    }

    @Test
    void theLinkIsWorthlessOnceThereIsAnAdministrator() {
        var path = path();
        person("bea@example.org", Role.ADMINISTRATOR);

        assertThat(visitor.get(path).statusCode()).isEqualTo(404);
        assertThat(link.use(path.substring("/set-up/".length()), "eve@example.org", "Eve", "harbour lantern 41"))
                .isEmpty();
    }

    @Test
    void aNewLinkReplacesTheOneBefore() {
        var first = path();
        var second = path();

        assertThat(visitor.get(first).statusCode()).isEqualTo(404);
        assertThat(visitor.get(second).statusCode()).isEqualTo(200);
    }

    @Test
    void wrongFieldsComeBackWithTheirTextAndASentence() {
        var path = path();

        var answer = visitor.submit(path, path, Map.of("name", "Ada <3", "email", "nonsense", "password", "short"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("value=\"Ada &lt;3\"")
                .contains("Enter an address like")
                .contains("Use at least 12 characters")
                .doesNotContain("value=\"short\"");
    }

    private String path() {
        return URI.create(link.make()).getPath();
    }
}
