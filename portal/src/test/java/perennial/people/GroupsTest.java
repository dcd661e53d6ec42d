package perennial.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class GroupsTest extends PeopleTest {
    @Autowired
    Groups groups;

    @Autowired
    TransactionTemplate transaction;

    private Person mara;

    @BeforeEach
    void manager() {
        mara = person("mara@example.org", Role.MANAGER);
    }

    @Test
    void areMadeListedFilledAndDeletedOverTheApi() {
        var token = token(mara);
        var vera = person("vera@example.org", Role.VIEWER);

        var made =
                api("POST", "/api/v1/groups", token, "{\"name\":\"Clinical staff\",\"people\":[\"VERA@example.org\"]}");
        var id = groups.list("", 10).getFirst().id();
        var again = api("POST", "/api/v1/groups", token, "{\"name\":\"clinical STAFF\"}");
        var members = api("GET", "/api/v1/groups/" + id + "/people", token, "");
        var left = api("DELETE", "/api/v1/groups/" + id + "/people/" + vera.id(), token, "");

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.body()).contains("\"name\":\"Clinical staff\"").contains("\"people\":1");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(members.body()).contains("vera@example.org").contains("\"next\":null");
        assertThat(left.statusCode()).isEqualTo(204);
        assertThat(api("GET", "/api/v1/groups", token, "").body()).contains("\"people\":0");
        assertThat(api("DELETE", "/api/v1/groups/" + id, token, "").statusCode())
                .isEqualTo(204);
        assertThat(api("GET", "/api/v1/groups/" + id, token, "").statusCode()).isEqualTo(404);
    }

    @Test
    void refuseAnUnknownPersonWithoutMakingHalfAGroup() {
        var answer =
                api("POST", "/api/v1/groups", token(mara), "{\"name\":\"Staff\",\"people\":[\"nobody@example.org\"]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("unknown-person");
        assertThat(groups.count()).isZero();
    }

    @Test
    void areForManagersUp() {
        var token = token(person("momo@example.org", Role.MODERATOR));

        assertThat(api("GET", "/api/v1/groups", token, "").statusCode()).isEqualTo(403);
        assertThat(api("POST", "/api/v1/groups", token, "{\"name\":\"x\"}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void followTheClaimAndKeepWhomSomebodyAdded() {
        var vera = person("vera@example.org", Role.VIEWER);
        var nurses = groups.make(mara, "Nurses", "nurses");
        var doctors = groups.make(mara, "Doctors", "doctors");
        var choir = groups.make(mara, "Choir", null);
        groups.add(mara, choir.id(), vera.id());

        follow(vera, "nurses", "unheard of");
        assertThat(names(vera)).containsExactly("Choir", "Nurses");
        follow(vera, "doctors");
        assertThat(names(vera)).containsExactly("Choir", "Doctors");
        groups.add(mara, doctors.id(), vera.id());
        follow(vera);
        assertThat(names(vera)).containsExactly("Choir", "Doctors");
        assertThat(groups.members(nurses.id(), ListPlace.START, 10)).isEmpty();
    }

    @Test
    void haveAPageThatKeepsWhatWasTypedWrong() {
        visitor.signIn("mara@example.org", PASSWORD);
        var made = visitor.submit("/people/groups/new", "/people/groups/new", Map.of("name", "Works <council>"));
        var path = location(made);
        var unknown = visitor.submit(path, path + "/people", Map.of("email", "nobody@example.org"));
        var added = visitor.submit(path, path + "/people", Map.of("email", "mara@example.org"));
        var taken = visitor.submit("/people/groups/new", "/people/groups/new", Map.of("name", "works <COUNCIL>"));

        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("Nobody here has this address").contains("value=\"nobody@example.org\"");
        assertThat(location(added)).isEqualTo(path);
        assertThat(visitor.get(path).body())
                .contains("Works &lt;council&gt;")
                .contains("Added by mara@example.org")
                .doesNotContain("<council>");
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("Another group has this name");
        assertThat(visitor.get("/people/" + mara.id()).body()).contains("Works &lt;council&gt;");
    }

    @Test
    void theListOfPeopleIsReadByPagesWithoutLossOrRepeat() {
        for (int i = 0; i < 120; i++) person("p" + i + "@example.org", Role.VIEWER, PersonStatus.INVITED);
        jdbc.sql("update person set name = 'Ünal & Söhne ' || (ascii(substr(email, 2)) % 3)")
                .update();
        var token = token(mara);

        var first = api("GET", "/api/v1/people", token, "").body();
        var next = first.replaceAll("(?s).*\"next\":\"([^\"]+)\".*", "$1");
        var second = api("GET", "/api/v1/people?cursor=" + next, token, "").body();

        assertThat(emails(first)).hasSize(100).doesNotContainAnyElementsOf(emails(second));
        assertThat(emails(second)).hasSize(21);
        assertThat(second).contains("\"next\":null");
        assertThat(api("GET", "/api/v1/people?cursor=nonsense", token, "").statusCode())
                .isEqualTo(400);
    }

    /** What somebody calls a group must not become a formula in the spreadsheet of whoever exports the log. */
    @Test
    void theirAuditIsExportedWithoutFormulas() {
        groups.make(mara, "=cmd|'/c calc'!A1", null);
        groups.make(mara, "a \"quoted\", name", null);

        visitor.signIn("mara@example.org", PASSWORD);
        var export = visitor.get("/audit/export.csv?area=people&q=group-made");
        var page = visitor.get("/audit?area=people&q=group-made&from=nonsense&to=2999-01-01");

        assertThat(export.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(export.body())
                .startsWith("\"id\",\"at\"")
                .contains("\"'=cmd|'/c calc'!A1\"")
                .contains("\"a \"\"quoted\"\", name\"")
                .doesNotContain("people.signed-in");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("a \"quoted\", name");
    }

    @Test
    void anErasedPersonIsInNoGroup() {
        var vera = person("vera@example.org", Role.VIEWER);
        var group = groups.make(mara, "Staff", null);
        groups.add(mara, group.id(), vera.id());

        visitor.signIn("mara@example.org", PASSWORD);
        var page = "/people/" + vera.id();
        var mistyped = visitor.submit(page, page + "/erase", Map.of("words", "vera"));
        visitor.submit(page, page + "/erase", Map.of("words", "Vera@example.org"));

        assertThat(mistyped.statusCode()).isEqualTo(422);
        assertThat(mistyped.body()).contains("Type their address");
        assertThat(people.byEmail("vera@example.org")).isEmpty();
        assertThat(groups.find(group.id()).orElseThrow().people()).isZero();
    }

    private void follow(Person person, String... values) {
        transaction.executeWithoutResult(status -> groups.follow(person.id(), List.of(values)));
    }

    private List<String> names(Person person) {
        return groups.of(person.id()).stream().map(PersonGroup::name).toList();
    }

    private static List<String> emails(String body) {
        return Pattern.compile("\"email\":\"([^\"]+)\"")
                .matcher(body)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }
}
