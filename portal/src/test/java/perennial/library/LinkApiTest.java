package perennial.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import perennial.Browser;
import perennial.PortalTest;
import perennial.people.Person;
import perennial.people.Role;
import tools.jackson.databind.json.JsonMapper;

/** The secret link (P5) over the API. */
@Import(LibraryFixture.class)
class LinkApiTest extends PortalTest {
    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private JsonMapper json;

    @Test
    void givesTheLinkToWhoMayChangeTheVideoAndReplacesIt() throws Exception {
        var author = fixture.person(Role.CONTRIBUTOR);
        var path = "/api/v1/media/" + fixture.add(author, Wish.PUBLISHED, "Planning");
        assertThat(send("GET", path + "/link", "", author).statusCode()).isEqualTo(404);

        send("PATCH", path, "{\"access\": \"link\"}", author);
        var first = url(send("GET", path + "/link", "", author));
        var second = url(send("POST", path + "/link", "", author));

        assertThat(send("GET", path + "/link", "", fixture.person(Role.CONTRIBUTOR))
                        .statusCode())
                .isEqualTo(404);
        assertThat(second).isNotEqualTo(first);
        try (var stranger = new Browser(this::at)) {
            assertThat(stranger.get(first).statusCode()).isEqualTo(404);
            assertThat(stranger.get(second).body()).contains("Planning");
        }
    }

    private String url(HttpResponse<String> reply) {
        return URI.create(json.readTree(reply.body()).get("url").asString()).getPath();
    }

    private HttpResponse<String> send(String method, String path, String body, Person person)
            throws IOException, InterruptedException {
        return call(method, path, body, fixture.token(person));
    }
}
