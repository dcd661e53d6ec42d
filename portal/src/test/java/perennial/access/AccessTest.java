package perennial.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.PortalTest;
import perennial.library.Categories;
import perennial.library.DemoMedia;
import perennial.library.LibraryFixture;
import perennial.library.SideDoor;
import perennial.people.ApiTokens;
import perennial.people.Person;
import perennial.people.Role;
import perennial.web.PublicAddress;

/** A portal with a visitor of each kind and a video in each state. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import({LibraryFixture.class, DemoMedia.class, SideDoor.class})
abstract class AccessTest extends PortalTest {
    private static final Pattern SESSION = Pattern.compile("/account/sessions/([0-9a-f]+)/end");
    private static final Pattern TOKEN = Pattern.compile("/account/tokens/([0-9a-f-]{36})/revoke");

    /** Keeps no cookies. */
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Map<Asker, Visitor> visitors = new EnumMap<>(Asker.class);
    Shelf shelf;
    Requests requests;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private Categories categories;

    @Autowired
    private PublicAddress address;

    @Autowired
    private SideDoor door;

    @Autowired
    private ApiTokens tokens;

    private UUID category;

    @BeforeAll
    void everybodyAndEverything() {
        for (var asker : Asker.values()) {
            var role = asker.role();
            var person = role == null ? null : fixture.person(role);
            var token = person == null ? null : fixture.token(person);
            visitors.put(asker, new Visitor(asker, person, token, door, this::at));
        }
        visitors.values().forEach(Visitor::enter);
        var name = "Category " + UUID.randomUUID();
        category = categories.add(name, fixture.person(Role.MANAGER)).id().value();
        shelf = new Shelf(
                fixture, jdbc, transaction, author(), visitor(Asker.CHOSEN).person(), category);
        shelf.whileLinksAreOpen(secret -> visitor(Asker.LINKED).open("/v/" + secret));
        requests = new Requests(
                this::at,
                Map.of(
                        "view", "shared_screen_with_speaker_view(CC)",
                        "position", "0",
                        "language", "en",
                        "word", Shelf.WORD,
                        "portal", address.of("").toString()));
        var search = Row.all().stream()
                .filter(row -> row.name().equals("GET /search"))
                .findFirst()
                .orElseThrow();
        Awaitility.await()
                .until(() -> shelf.named(
                        State.PUBLIC,
                        bySession(search, visitor(Asker.GUEST), Map.of()).body()));
    }

    @AfterAll
    void everybodyLeaves() {
        visitors.values().forEach(Visitor::close);
        jdbc.sql("delete from sign_in_try").update(); // of secrets that open nothing
        jdbc.sql("delete from media where author = ?")
                .param(author().id().value())
                .update();
    }

    final Visitor visitor(Asker asker) {
        return Objects.requireNonNull(visitors.get(asker));
    }

    final Reply bySession(Row row, Visitor visitor, Map<String, String> names) {
        return visitor.asBrowser(requests.of(row, names));
    }

    final Reply byToken(Row row, Visitor visitor, Map<String, String> names) {
        return byToken(row, visitor.token(), names);
    }

    final Reply byToken(Row row, @Nullable String token, Map<String, String> names) {
        return byToken(requests.of(row, names), token);
    }

    /** Asks without a session; with a null token as nobody. */
    final Reply byToken(HttpRequest.Builder request, @Nullable String token) {
        return Reply.of(send(request, token));
    }

    /** The headers of the reply, by their names in small letters. */
    final Map<String, List<String>> headers(HttpRequest.Builder request, @Nullable String token) {
        return send(request, token).headers().map();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, @Nullable String token) {
        if (token != null) request.header("Authorization", "Bearer " + token);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything in the portal that these tests' addresses could change, as one text. */
    final String fingerprint() {
        var author = author().id();
        return shelf.fingerprint()
                + jdbc.sql("""
                        select concat_ws(' ', (select count(*) from upload where owner = :author),
                            (select count(*) from api_token where person = :author),
                            (select count(*) from web_session where principal_name = :author::text))""")
                        .param("author", author.value())
                        .query(String.class)
                        .single();
    }

    /** What the author has, made anew: what stands for names in braces where it is not the video. */
    final Map<String, String> things(Row row) {
        if (row.route().startsWith("/feeds/")) return Map.of("id", category.toString());
        if (row.kind() == Kind.OWNS_OR_ADMINISTERS)
            return Map.of("id", author().id().toString());
        if (row.kind() == Kind.OWNS) return Map.of("id", upload());
        if (row.kind() != Kind.OWNS_QUIETLY) return Map.of();
        fixture.token(author());
        try (var elsewhere = new Visitor(Asker.AUTHOR, author(), null, door, this::at)) {
            elsewhere.enter();
            var account = visitor(Asker.AUTHOR).open("/account");
            return Map.of("key", first(SESSION, account), "id", first(TOKEN, account));
        }
    }

    /** Those, and the names of a video. */
    final Map<String, String> names(Row row, State state, Map<String, String> things) {
        if (!row.kind().ofVideo()) return things;
        var item = shelf.of(state);
        var id = item.id().toString();
        return Map.of(
                "id",
                id,
                "media",
                id,
                "what",
                id,
                "secret",
                item.secret(),
                "comment",
                item.comment().toString(),
                "file",
                item.file().toString());
    }

    private String upload() {
        var begin = Row.all().stream()
                .filter(row -> row.name().equals("POST /api/v1/uploads"))
                .findFirst()
                .orElseThrow();
        var place = byToken(begin, visitor(Asker.AUTHOR), Map.of()).location();
        return place.substring(place.lastIndexOf('/') + 1);
    }

    final String token(Person person, Set<String> scopes) {
        return tokens.make(person, person.id(), "test", scopes, null).token();
    }

    private Person author() {
        return visitor(Asker.AUTHOR).person();
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) throw new AssertionError(pattern + " is not on the page");
        return found.group(1);
    }
}
