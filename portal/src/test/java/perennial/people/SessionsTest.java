package perennial.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import perennial.Browser;
import perennial.SettableClock;

/** Sessions, the password before dangerous steps, and tokens: what a stolen screen or a leaked token can do. */
@Import(SettableClock.InPortal.class)
class SessionsTest extends PeopleTest {
    private static final Pattern END = Pattern.compile("/account/sessions/([0-9a-f]+)/end");
    private static final Pattern TOKEN = Pattern.compile("value=\"(per_[\\w-]+)\"");

    @Autowired
    SettableClock clock;

    private Person mara;

    @BeforeEach
    void manager() {
        clock.set(Instant.parse("2026-03-01T09:00:00Z"));
        mara = person("mara@example.org", Role.MANAGER);
        visitor.signIn("mara@example.org", PASSWORD);
    }

    @Test
    void areListedWithTheirDeviceAndEndedOneByOne() {
        try (var other = new Browser(this::at)) {
            other.signIn("mara@example.org", PASSWORD);
            var key = END.matcher(visitor.get("/account").body());
            assertThat(key.find()).isTrue();
            assertThat(key.group(1)).isNotEqualTo(other.cookie(SessionCookie.PLAIN));

            visitor.submit("/account", "/account/sessions/" + key.group(1) + "/end", Map.of());

            assertThat(other.get("/account").statusCode()).isEqualTo(302);
            assertThat(visitor.get("/account").body()).contains("This one");
        }
    }

    @Test
    void nobodyEndsSomebodyElses() {
        person("vera@example.org", Role.VIEWER);
        try (var vera = new Browser(this::at)) {
            vera.signIn("vera@example.org", PASSWORD);
            try (var maras = new Browser(this::at)) {
                maras.signIn("mara@example.org", PASSWORD);
                var key = END.matcher(visitor.get("/account").body());
                assertThat(key.find()).isTrue();
                vera.submit("/account", "/account/sessions/" + key.group(1) + "/end", Map.of());
                assertThat(maras.get("/account").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void endAfterTwoWeeksHoweverBusy() {
        clock.advance(PersonSessions.LONGEST.minusSeconds(1));
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void outliveTheWindowOnlyWhenAskedTo() {
        try (var kept = new Browser(this::at)) {
            var plain = visitor.signIn("mara@example.org", PASSWORD);
            var asked = kept.submit(
                    "/sign-in", "/sign-in", Map.of("email", "mara@example.org", "password", PASSWORD, "keep", "true"));

            assertThat(plain.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("Max-Age");
            assertThat(asked.headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age");
        }
    }

    @Test
    void aDangerousStepAsksForThePasswordAndThenGoesOnWithWhatWasEntered() {
        var vera = person("vera@example.org", Role.VIEWER);
        var step = "/people/" + vera.id() + "/role";
        clock.advance(Duration.ofMinutes(15));

        var asked = visitor.submit("/people", step, Map.of("role", "moderator"));
        var wrong = visitor.submit("/people", step, Map.of("role", "moderator", "_password", "not the password"));
        var before = visitor.cookie(SessionCookie.PLAIN);
        assertThat(people.byId(vera.id())).map(Person::role).hasValue(Role.VIEWER);
        var right = visitor.submit("/people", step, Map.of("role", "moderator", "_password", PASSWORD));

        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(asked.body())
                .contains("Is it you?")
                .contains("action=\"" + step + "\"")
                .contains("name=\"role\" value=\"moderator\"");
        assertThat(wrong.body()).contains("This is not your password");
        assertThat(location(right)).isEqualTo("/people");
        assertThat(people.byId(vera.id())).map(Person::role).hasValue(Role.MODERATOR);
        assertThat(visitor.cookie(SessionCookie.PLAIN)).isNotEqualTo(before);
        assertThat(location(visitor.submit("/people", step, Map.of("role", "viewer"))))
                .as("it counts for a while")
                .isEqualTo("/people");
    }

    @Test
    void aRememberedDeviceStaysRememberedBehindTheStep() {
        var vera = person("vera@example.org", Role.VIEWER);
        try (var kept = new Browser(this::at)) {
            kept.submit(
                    "/sign-in", "/sign-in", Map.of("email", "mara@example.org", "password", PASSWORD, "keep", "true"));
            clock.advance(Duration.ofHours(1));

            var right = kept.submit("/people", "/people/" + vera.id() + "/block", Map.of("_password", PASSWORD));

            assertThat(right.headers().allValues("Set-Cookie"))
                    .anyMatch(cookie -> cookie.startsWith(SessionCookie.PLAIN + "=") && cookie.contains("Max-Age"));
        }
    }

    @Test
    void aSecretOfTheStepIsNotSentBackButAskedForOnceMore() {
        clock.advance(Duration.ofHours(1));

        var asked = visitor.submit("/people", "/people/invite", Map.of("name", "Vera", "clientSecret", "hush-hush"));

        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(asked.body())
                .contains("name=\"name\" value=\"Vera\"", "Client secret, once more")
                .doesNotContain("hush-hush");
    }

    @Test
    void guessingThereCountsLikeGuessingAtTheSignIn() {
        var vera = person("vera@example.org", Role.VIEWER);
        clock.advance(Duration.ofHours(1));
        var block = "/people/" + vera.id() + "/block";
        for (int i = 0; i < 10; i++) visitor.submit("/people", block, Map.of("_password", "guess " + i));
        var last = visitor.submit("/people", block, Map.of("_password", "one more"));

        assertThat(last.body()).contains("Too many tries");
        assertThat(visitor.submit("/people", block, Map.of("_password", PASSWORD))
                        .body())
                .contains("Too many tries");
        assertThat(people.byId(vera.id())).map(Person::active).hasValue(true);
        assertThat(visitor.get("/prove").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "read, GET, /api/v1/people, 200",
        "read, POST, /api/v1/people, 403",
        "read, POST, /api/v1/media/x/publish, 403",
        "write, POST, /api/v1/media/x/publish, 404",
        "write, POST, /api/v1/people, 403",
        "write, POST, /api/v1/%70eople, 403",
        "write, PATCH, /api/v1/settings, 403",
        "write, POST, /api/v1/groups, 403",
        "admin, PATCH, /api/v1/settings, 200",
        "admin, POST, /api/v1/media/x/publish, 404",
    })
    void aTokenReachesAsFarAsItsScope(String scope, String method, String path, int status) {
        var fields = new HashMap<>(Map.of("token", "Script", "scope", scope, "life", "30"));
        var made = visitor.submit("/account", "/account/tokens", fields);
        var token = TOKEN.matcher(made.body());
        assertThat(token.find()).isTrue();

        var answer = api(method, path, token.group(1), method.equals("GET") ? "" : "{}");

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 403) assertThat(answer.body()).contains("insufficient-scope");
        assertThat(visitor.get("/account").body()).contains("Script").doesNotContain(token.group(1));
    }

    @Test
    void aTokenEndsWhenItsTimeComesOrItsOwnerSaysSo() {
        var made = tokens.make(
                mara, mara.id(), "short", ApiTokens.SCOPES, clock.instant().plusSeconds(60));
        var other = tokens.make(mara, mara.id(), "other", ApiTokens.SCOPES, null);
        assertThat(api("GET", "/api/v1/people", made.token(), "").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(60));

        visitor.submit("/account", "/account/tokens/" + other.id() + "/revoke", Map.of());

        assertThat(api("GET", "/api/v1/people", made.token(), "").statusCode()).isEqualTo(401);
        assertThat(api("GET", "/api/v1/people", other.token(), "").statusCode()).isEqualTo(401);
    }

    @Test
    void wrongTokensAreLimitedByNetworkAndRightOnesAreNot() {
        var good = token(mara);
        for (int i = 0; i < 100; i++) api("GET", "/api/v1/people", "per_wrong" + i, "");
        var last = api("GET", "/api/v1/people", "per_wrong", "");

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(api("GET", "/api/v1/people", good, "").statusCode()).isEqualTo(200);
    }

    @Test
    void aSignUpLinkMakesAnAccountOnlyWithTheMailInHand() {
        var page = "/people/sign-up-links";
        var made = visitor.submit(page, page, Map.of("role", "contributor", "domains", "example.org", "days", "7"));
        var link = Pattern.compile("value=\"http://[^/]+(/sign-up/[\\w-]+)\"").matcher(made.body());
        assertThat(link.find()).isTrue();
        try (var guest = new Browser(this::at)) {
            var foreign =
                    guest.submit(link.group(1), link.group(1), Map.of("name", "Eve", "email", "eve@elsewhere.example"));
            var asked =
                    guest.submit(link.group(1), link.group(1), Map.of("name", "New One", "email", "new@example.org"));
            var known = guest.submit(link.group(1), link.group(1), Map.of("name", "M", "email", "mara@example.org"));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> people.byEmail("new@example.org").isPresent());

            assertThat(foreign.statusCode()).isEqualTo(422);
            assertThat(known.body().replace("mara@", "new@")).isEqualTo(asked.body());
            var fresh = people.byEmail("new@example.org").orElseThrow();
            assertThat(fresh.status()).isEqualTo(PersonStatus.INVITED);
            assertThat(fresh.role()).isEqualTo(Role.CONTRIBUTOR);
            assertThat(people.byEmail("eve@elsewhere.example")).isEmpty();
            clock.advance(Duration.ofDays(7));
            assertThat(guest.get(link.group(1)).statusCode()).isEqualTo(410);
        }
    }

    @Test
    void namesABrowserInWordsOfOursOnly() {
        assertThat(Devices.words("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"))
                .isEqualTo("Firefox on Linux");
        assertThat(
                        Devices.words(
                                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Safari/604"))
                .isEqualTo("Safari on iPhone");
        assertThat(Devices.words("<script>alert(1)</script>")).isEqualTo("Unknown device");
        visitor.send(HttpRequest.newBuilder(at("/sign-in")).header("User-Agent", "<b>x</b>"));
        assertThat(visitor.get("/account").body()).doesNotContain("<b>x</b>");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }
}
