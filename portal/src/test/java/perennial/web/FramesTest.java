package perennial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import perennial.PortalTest;
import perennial.library.LibraryFixture;
import perennial.library.Wish;
import perennial.people.Role;
import tools.jackson.databind.json.JsonMapper;

@Import({LibraryFixture.class, FramesTest.Counting.class})
class FramesTest extends PortalTest {
    @Autowired
    LibraryFixture fixture;

    @Autowired
    Counting menu;

    @Test
    void onlyPagesCostAMenu() throws Exception {
        var author = fixture.person(Role.CONTRIBUTOR);
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        var token = fixture.token(author);
        var item = get("/api/v1/media/" + id, token).body();
        var bytes = JsonMapper.shared().readTree(item).at("/views/0/url").asString();

        assertThat(get(bytes, token).statusCode()).isEqualTo(206);
        assertThat(menu.asked.getAndSet(0)).isZero();

        assertThat(get("/library", token).statusCode()).isEqualTo(200);
        assertThat(menu.asked.get()).isEqualTo(1);
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        var request = HttpRequest.newBuilder(at(path))
                .header("Authorization", "Bearer " + token)
                .header("Range", "bytes=0-3")
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    static class Counting implements MenuEntries {
        final AtomicInteger asked = new AtomicInteger();

        @Override
        public List<MenuEntry> entries() {
            asked.incrementAndGet();
            return List.of();
        }
    }
}
