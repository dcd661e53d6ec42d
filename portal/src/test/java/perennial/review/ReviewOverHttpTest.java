package perennial.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import perennial.PortalTest;
import perennial.library.Library;
import perennial.library.LibraryFixture;
import perennial.library.MediaId;
import perennial.library.Wish;
import perennial.people.Person;
import perennial.people.Role;
import perennial.settings.PortalSettings;
import perennial.settings.Settings;
import tools.jackson.databind.json.JsonMapper;

/** The review's part of the API. */
@Import(LibraryFixture.class)
class ReviewOverHttpTest extends PortalTest {
    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private Library library;

    @Autowired
    private PortalSettings settings;

    @Autowired
    private JsonMapper json;

    @BeforeEach
    void moderated() {
        var now = Settings.initial();
        settings.change(new Settings(now.name(), now.timeZone(), true, 1, false, now.defaultPublish()), "test");
    }

    @AfterEach
    void settingsAsTheyWere() {
        settings.change(Settings.initial(), "test");
    }

    @Test
    void decidesForModeratorsAndForNobodyElse() throws Exception {
        var author = fixture.person(Role.CONTRIBUTOR);
        var moderator = fixture.person(Role.MODERATOR);
        var firstId = fixture.add(author, Wish.PUBLISHED, "First");
        var secondId = fixture.add(author, Wish.PUBLISHED, "Second");
        var first = "/api/v1/media/" + firstId;
        var second = "/api/v1/media/" + secondId;

        assertThat(send("POST", first + "/approve", seen(firstId), author).statusCode())
                .isEqualTo(404);
        assertThat(send("GET", "/api/v1/review", "", author).statusCode()).isEqualTo(403);
        assertThat(send("GET", "/api/v1/review", "", moderator).body()).contains("First", "Second");

        var blind = send("POST", first + "/approve", "", moderator);
        var seen = seen(firstId);
        fixture.describe(firstId, author, "First, changed", "");
        var late = send("POST", first + "/approve", seen, moderator);
        var approved = send("POST", first + "/approve", seen(firstId), moderator);
        var silent = send("POST", second + "/reject", "", moderator);
        var rejected = send("POST", second + "/reject", "{\"reason\": \"Too long\"}", moderator);
        var again = send("POST", second + "/approve", seen(secondId), moderator);

        assertThat(List.of(blind.statusCode(), late.statusCode())).containsExactly(400, 409);
        assertThat(late.body()).contains("changed-since");

        assertThat(json.readTree(approved.body()).get("status").asString()).isEqualTo("published");
        assertThat(silent.statusCode()).isEqualTo(400);
        assertThat(json.readTree(rejected.body()).get("status").asString()).isEqualTo("rejected");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(send("GET", second, "", author).body()).contains("\"rejected\"");
        assertThat(send("GET", "/api/v1/review?show=rejected", "", moderator).body())
                .contains("Too long");
        assertThat(send("POST", "/api/v1/review/release", "", moderator).statusCode())
                .isEqualTo(403);
    }

    private String seen(MediaId id) {
        return "{\"seen\": \"%s\"}".formatted(library.find(id).orElseThrow().changedAt());
    }

    private HttpResponse<String> send(String method, String path, String body, Person person)
            throws IOException, InterruptedException {
        return call(method, path, body, fixture.token(person));
    }
}
