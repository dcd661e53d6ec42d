package perennial.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import perennial.Browser;
import perennial.PortalTest;
import perennial.library.DemoMedia;
import perennial.library.LibraryFixture;
import perennial.library.SideDoor;
import perennial.people.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zoomsim.showcase.Filling;

/** What {@code ./perennial demo} fills its portal with, a few of its talks only. */
@Import({LibraryFixture.class, DemoMedia.class, SideDoor.class})
class ShowcaseTest extends PortalTest {
    private static final String PASSWORD = "four-words-do-well";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private LibraryFixture fixture;

    @Test
    void fillsAPortalOverItsApiWithPeopleTalksAndAReview() throws Exception {
        var token = fixture.token(fixture.person(Role.ADMINISTRATOR));
        var filling = new Filling(at("/"), token, Path.of("target", "showcase").toAbsolutePath());

        assertThat(filling.fill(PASSWORD, null, 4)).isEqualTo(4);

        assertThat(filling.isFilled()).isTrue();
        var talks = get("/api/v1/media?query=%22field+report%22&category=Field%20reports", token)
                .get("items");
        assertThat(talks).isNotEmpty();
        var talk = talks.get(0);
        assertThat(languages(talk)).contains("en", "de");
        assertThat(talk.get("chapters")).isNotEmpty();
        assertThat(talk.get("tags")).isNotEmpty();
        var id = talk.get("id").asString();
        assertThat(get("/api/v1/media/" + id + "/comments", token).get("items")).isNotEmpty();
        assertThat(get("/api/v1/media?status=rejected", token).get("items")).isNotEmpty();
        assertThat(get("/api/v1/settings", token).get("contentModeration").asBoolean())
                .isFalse();
        try (var visitor = new Browser(this::at)) {
            visitor.submit(
                    "/sign-in", "/sign-in", Map.of("email", "omar.nadim@northwind.example", "password", PASSWORD));
            assertThat(visitor.get("/library").body()).contains("/watch/" + id);
        }
    }

    private static List<String> languages(JsonNode talk) {
        return talk.get("captions")
                .valueStream()
                .map(track -> track.get("language").asString())
                .toList();
    }

    private JsonNode get(String path, String token) throws Exception {
        return JSON.readTree(call("GET", path, null, token).body());
    }
}
