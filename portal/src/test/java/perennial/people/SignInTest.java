package perennial.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import perennial.Browser;

class SignInTest extends PeopleTest {
    @Test
    void leadsAGuestToTheSignInPageAndBackToWhatTheyWanted() {
        person("mara@example.org", Role.MANAGER);

        var guest = visitor.get("/people?q=x");
        var back = visitor.submit(
                location(guest),
                "/sign-in",
                Map.of("email", "Mara@Example.org ", "password", PASSWORD, "to", "/people?q=x"));

        assertThat(guest.statusCode()).isEqualTo(302);
        assertThat(location(guest)).isEqualTo("/sign-in?to=%2Fpeople%3Fq%3Dx");
        assertThat(location(back)).isEqualTo("/people?q=x");
        assertThat(visitor.get("/people").statusCode()).isEqualTo(200);
    }

    @Test
    void givesTheSessionANewIdSoThatOneSetBeforehandIsWorthless() {
        person("mara@example.org", Role.VIEWER);
        visitor.get("/sign-in");
        var before = visitor.cookie(SessionCookie.PLAIN);

        visitor.signIn("mara@example.org", PASSWORD);

        assertThat(before).isNotEmpty();
        assertThat(visitor.cookie(SessionCookie.PLAIN)).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void saysTheSameOfAnUnknownAddressAWrongPasswordABlockedAndAnInvitedPerson() {
        person("mara@example.org", Role.VIEWER);
        person("blocked@example.org", Role.VIEWER, PersonStatus.BLOCKED);
        person("invited@example.org", Role.VIEWER, PersonStatus.INVITED);

        var wrong = visitor.signIn("mara@example.org", "not the password");
        var unknown = visitor.signIn("nobody@example.org", PASSWORD);
        var blocked = visitor.signIn("blocked@example.org", PASSWORD);
        var invited = visitor.signIn("invited@example.org", PASSWORD);

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("Check both and try again");
        for (var other : List.of(unknown, blocked, invited)) {
            assertThat(other.statusCode()).isEqualTo(401);
            assertThat(sentence(other)).isEqualTo(sentence(wrong));
        }
    }

    @Test
    void letsNoMoreTriesThroughThanTheLimitHoweverManyComeAtOnce() throws Exception {
        person("mara@example.org", Role.VIEWER);
        var token = csrf();
        Callable<Integer> guess = () -> visitor.post(
                        "/sign-in", Map.of("email", "mara@example.org", "password", "wrong wrong wrong"), token)
                .statusCode();

        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    crowd.invokeAll(IntStream.range(0, 30).mapToObj(i -> guess).toList());
            long looked = 0;
            for (var answer : answers) if (answer.get() == 401) looked++;
            assertThat(looked).isEqualTo(10);
        }
        var right = visitor.signIn("mara@example.org", PASSWORD);
        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void refusesAFormWithoutItsTokenWithASentence() {
        person("mara@example.org", Role.VIEWER);
        visitor.signIn("mara@example.org", PASSWORD);

        var forged = visitor.post("/sign-out", Map.of(), "");
        var wrong = visitor.post("/sign-out", Map.of(), "AAAA");

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("This is not yours to open");
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void signsOut() {
        person("mara@example.org", Role.VIEWER);
        visitor.signIn("mara@example.org", PASSWORD);

        visitor.submit("/account", "/sign-out", Map.of());

        assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void aChangedRoleAndABlockApplyToTheNextRequest() {
        var mara = person("mara@example.org", Role.MANAGER);
        visitor.signIn("mara@example.org", PASSWORD);
        assertThat(visitor.get("/people").statusCode()).isEqualTo(200);

        accounts.role(mara.id(), Role.VIEWER);
        var lowered = visitor.get("/people");
        accounts.block(mara.id());
        var blocked = visitor.get("/account");

        assertThat(lowered.statusCode()).isEqualTo(403);
        assertThat(lowered.body()).contains("This is not yours to open").contains("Go to the library");
        assertThat(location(blocked)).startsWith("/sign-in");
    }

    @Test
    void aChangedPasswordEndsTheOtherSessions() {
        person("mara@example.org", Role.VIEWER);
        try (var other = new Browser(this::at)) {
            other.signIn("mara@example.org", PASSWORD);
            visitor.signIn("mara@example.org", PASSWORD);

            var changed = visitor.submit(
                    "/account", "/account/password", Map.of("old", PASSWORD, "password", "harbour lantern 41"));

            assertThat(location(changed)).isEqualTo("/account");
            assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
            assertThat(other.get("/account").statusCode()).isEqualTo(302);
        }
    }

    private String csrf() {
        var page = visitor.get("/sign-in").body();
        var start = page.indexOf("name=\"_csrf\" value=\"") + "name=\"_csrf\" value=\"".length();
        return page.substring(start, page.indexOf('"', start));
    }

    private static String sentence(HttpResponse<String> answer) {
        var body = answer.body();
        var start = body.indexOf("id=\"problem\"");
        return body.substring(start, body.indexOf("</div>", start));
    }

    private static String location(HttpResponse<String> answer) {
        var location = answer.headers().firstValue("Location").orElse("");
        return location.replaceFirst("^http://[^/]+", "");
    }
}
