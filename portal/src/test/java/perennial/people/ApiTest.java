package perennial.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import perennial.Browser;

class ApiTest extends PeopleTest {
    @Test
    void knowsTheBearerOfATokenWithoutASession() {
        var token = token(person("mara@example.org", Role.MANAGER));

        var answer = api("GET", "/api/v1/people", token, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"email\":\"mara@example.org\"").contains("\"role\":\"manager\"");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void answersWrongTokensWithAProblem() {
        var mara = person("mara@example.org", Role.MANAGER);
        var over = tokens.make(mara, mara.id(), "old", ApiTokens.SCOPES, Instant.parse("2020-01-01T00:00:00Z"));

        for (var token : new String[] {"nonsense", "", over.token()}) {
            var answer = api("GET", "/api/v1/people", token, "");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        }
    }

    @Test
    void aReadOnlyTokenReadsOnly() {
        var token = readOnlyToken(person("mara@example.org", Role.MANAGER));

        assertThat(api("GET", "/api/v1/people", token, "").statusCode()).isEqualTo(200);
        var refused = api("PATCH", "/api/v1/settings", token, "{}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("insufficient-scope");
    }

    @Test
    void aBlockedPersonsTokenIsDead() {
        var mara = person("mara@example.org", Role.MANAGER);
        var token = token(mara);

        accounts.block(mara.id());

        assertThat(api("GET", "/api/v1/people", token, "").statusCode()).isEqualTo(401);
    }

    @Test
    void invitesChangesAndErases() {
        var token = token(person("mara@example.org", Role.MANAGER));

        var invited = api(
                "POST",
                "/api/v1/people",
                token,
                "{\"email\":\"tomas@example.org\",\"name\":\"Tomas Okafor\",\"role\":\"contributor\"}");
        var id = people.byEmail("TOMAS@example.org").orElseThrow().id();
        var raised = api("PATCH", "/api/v1/people/" + id, token, "{\"role\":\"moderator\"}");
        var erased = api("DELETE", "/api/v1/people/" + id, token, "");

        assertThat(invited.statusCode()).isEqualTo(201);
        assertThat(invited.body()).contains("\"status\":\"invited\"");
        assertThat(raised.body()).contains("\"role\":\"moderator\"");
        assertThat(erased.statusCode()).isEqualTo(204);
        assertThat(people.byEmail("tomas@example.org")).isEmpty();
        assertThat(people.byId(id)).map(Person::name).hasValue("Erased person");
    }

    @Test
    void letsOnlyAdministratorsChooseSomebodysPassword() {
        var ada = token(person("ada@example.org", Role.ADMINISTRATOR));
        var body = "{\"email\":\"tomas@example.org\",\"name\":\"Tomas\",\"role\":\"contributor\",\"password\":\"%s\"}";
        var good = body.formatted("four-words-do-well");

        assertThat(api("POST", "/api/v1/people", token(person("mara@example.org", Role.MANAGER)), good)
                        .statusCode())
                .isEqualTo(403);
        assertThat(api("POST", "/api/v1/people", ada, body.formatted("short")).body())
                .contains("invalid-password");
        assertThat(people.byEmail("tomas@example.org")).isEmpty();
        assertThat(api("POST", "/api/v1/people", ada, good).body()).contains("\"status\":\"active\"");
        assertThat(api("POST", "/api/v1/people", ada, good).statusCode()).isEqualTo(409);
        try (var visitor = new Browser(this::at)) {
            var entered = visitor.submit(
                    "/sign-in", "/sign-in", Map.of("email", "tomas@example.org", "password", "four-words-do-well"));
            assertThat(entered.statusCode()).isEqualTo(302);
        }
    }

    @Test
    void namesTheFieldThatIsWrong() {
        var token = token(person("mara@example.org", Role.MANAGER));

        var answer = api("POST", "/api/v1/people", token, "{\"email\":\"nonsense\",\"name\":\"Tomas\"}");
        var notJson = api("POST", "/api/v1/people", token, "{");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"invalid-email\"").contains("name@example.org");
        assertThat(notJson.statusCode()).isEqualTo(400);
        assertThat(notJson.body()).contains("\"code\":\"bad-request\"").doesNotContain("jackson");
    }

    @Test
    void keepsTheLastAdministrator() {
        var ada = person("ada@example.org", Role.ADMINISTRATOR);
        var token = token(ada);

        var lowered = api("PATCH", "/api/v1/people/" + ada.id(), token, "{\"role\":\"manager\"}");
        var blocked = api("PATCH", "/api/v1/people/" + ada.id(), token, "{\"status\":\"blocked\"}");
        var erased = api("DELETE", "/api/v1/people/" + ada.id(), token, "");

        for (var answer : new HttpResponse<?>[] {lowered, blocked, erased}) {
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body().toString()).contains("last-administrator");
        }
        person("bea@example.org", Role.ADMINISTRATOR);
        assertThat(api("PATCH", "/api/v1/people/" + ada.id(), token, "{\"role\":\"manager\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void managersDoNotReachAdministrators() {
        var ada = person("ada@example.org", Role.ADMINISTRATOR);
        var mara = person("mara@example.org", Role.MANAGER);
        var token = token(mara);

        assertThat(api("PATCH", "/api/v1/people/" + ada.id(), token, "{\"status\":\"blocked\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(api("PATCH", "/api/v1/people/" + mara.id(), token, "{\"role\":\"administrator\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void peopleMakeTheirOwnTokensAndAdministratorsAlsoOthers() {
        var vera = person("vera@example.org", Role.VIEWER);
        var mara = person("mara@example.org", Role.MANAGER);
        var ada = person("ada@example.org", Role.ADMINISTRATOR);
        var body = "{\"name\":\"script\",\"scopes\":[\"read\"]}";
        var path = "/api/v1/people/" + vera.id() + "/tokens";

        assertThat(api("POST", path, token(vera), body).statusCode()).isEqualTo(201);
        assertThat(api("POST", path, token(ada), body).statusCode()).isEqualTo(201);
        assertThat(api("POST", path, token(mara), body).statusCode()).isEqualTo(404);
        assertThat(api("POST", path, token(vera), "{\"name\":\"x\",\"scopes\":[\"everything\"]}")
                        .statusCode())
                .isEqualTo(400);
    }
}
