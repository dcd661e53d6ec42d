package perennial.search;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import perennial.PortalTest;
import perennial.library.Library;
import perennial.library.LibraryFixture;
import perennial.library.MediaId;
import perennial.library.NewMedia;
import perennial.library.Wish;
import perennial.people.Person;
import perennial.people.Role;
import tools.jackson.databind.json.JsonMapper;

/** The search page, what appears while one types, and the API. */
@Import(LibraryFixture.class)
class SearchOverHttpTest extends PortalTest {
    @Autowired
    private Library library;

    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    @Test
    void printsWhatWasFoundAsTextWithLinksToTheSecond() throws Exception {
        var id = add("<script>alert('quokka')</script>", "A quokka, <b>they</b> said");
        jdbc.sql("update media set access = 'PUBLIC' where id = ?")
                .params(id.value())
                .update();

        var page = get("/search?q=quokka", null);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("1 video you may see")
                .contains("&lt;script&gt;alert('<mark>quokka</mark>')&lt;/script&gt;")
                .contains("/watch/" + id + "?t=1&amp;q=quokka")
                .contains("A <mark>quokka</mark>, &lt;b&gt;they&lt;/b&gt; said")
                .doesNotContain("<script>alert");
        assertThat(get("/search/hits?q=quok", null).body()).contains("1 result").contains("<mark>quokka</mark>");
    }

    @Test
    void keepsFromGuestsWhatIsForThoseWhoSignIn() throws Exception {
        add("Numbat", "numbats everywhere");

        assertThat(get("/search?q=numbat", null).body())
                .contains("Nothing found for “numbat”")
                .doesNotContain("<mark>");
        assertThat(get("/search/hits?q=numbat", null).body()).contains("No results");
        assertThat(get("/search?q=numbat", fixture.person(Role.VIEWER)).body())
                .doesNotContain("<mark>"); // pages take no tokens
    }

    @Test
    void saysWhatToDoWhereNothingIsAskedForAndWhereALinkIsBroken() throws Exception {
        assertThat(get("/search", null).body()).contains("What are you looking for?");
        assertThat(get("/search?q=%26%7C%21%00%27", null).statusCode()).isEqualTo(200);
        assertThat(get("/search/hits?q=", null).body()).isEmpty();
        assertThat(get("/search?q=x&after=nonsense", null).statusCode()).isEqualTo(400);
    }

    @Test
    void tellsScriptsWhereTheWordsStand() throws Exception {
        var author = fixture.person(Role.CONTRIBUTOR);
        var id = add("Bilby", "We saw a bilby");

        var found =
                json.readTree(get("/api/v1/media?query=bilbies%20saw", author).body());

        assertThat(found.propertyNames()).containsExactly("items", "next");
        assertThat(found.at("/items/0/id").asString()).isEqualTo(id.toString());
        assertThat(found.at("/items/0/passages/0/place").asString()).isEqualTo("transcript");
        assertThat(found.at("/items/0/passages/0/time").asDouble()).isEqualTo(1);
        assertThat(found.at("/items/0/passages/0/from").asString()).isEqualTo("Mara <Host>");
        assertThat(found.at("/items/0/passages/0/text").asString()).isEqualTo("We saw a bilby");
        assertThat(get("/api/v1/media?query=bilby&cursor=nonsense", author).statusCode())
                .isEqualTo(400);
        assertThat(json.readTree(get("/api/v1/media", author).body())
                        .at("/items/0")
                        .has("passages"))
                .isFalse();
    }

    private MediaId add(String title, String words) {
        var author = fixture.person(Role.CONTRIBUTOR);
        var id = library.add(new NewMedia(
                "search:" + MediaId.random(),
                title,
                author.id(),
                LibraryFixture.RECORDED,
                Wish.PUBLISHED,
                fixture.content(words)));
        await().atMost(30, SECONDS)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> jdbc.sql("select version > 0 from search_document where id = ?")
                        .params(id.value())
                        .query(Boolean.class)
                        .single());
        return id;
    }

    private HttpResponse<String> get(String path, @Nullable Person person) throws Exception {
        var request = HttpRequest.newBuilder(at(path));
        if (person != null) request.header("Authorization", "Bearer " + fixture.token(person));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
