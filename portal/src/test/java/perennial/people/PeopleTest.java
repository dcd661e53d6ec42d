package perennial.people;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import perennial.Browser;
import perennial.PortalTest;

/** A portal with people of every kind, made afresh for each test, and a visitor. */
abstract class PeopleTest extends PortalTest {
    static final String PASSWORD = "meadow-kettle-9";

    @Autowired
    Accounts accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    ApiTokens tokens;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    Browser visitor = new Browser(this::at);

    @BeforeEach
    void nobody() {
        Awaitility.await()
                .ignoreExceptionsInstanceOf(PessimisticLockingFailureException.class)
                .until(this::emptied);
        visitor = new Browser(this::at);
    }

    /** A job of the test before may read these tables in another order, which PostgreSQL ends as a deadlock. */
    private boolean emptied() {
        jdbc.sql("""
                        truncate person, person_group, sign_up_link, account_request, person_zoom_host, invitation, api_token, set_up_link, sign_in_try, outbox_mail,
                            web_session cascade""").update();
        return true;
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    Person person(String email, Role role) {
        return person(email, role, PersonStatus.ACTIVE);
    }

    Person person(String email, Role role, PersonStatus status) {
        var person = new Person(PersonId.random(), email, "Person " + role.label(), role, status, null, null);
        var hash = status == PersonStatus.INVITED ? null : passwords.hash(PASSWORD);
        accounts.add(person, hash, Instant.parse("2026-01-01T00:00:00Z"), "test");
        return person;
    }

    String token(Person person) {
        return tokens.make(person, person.id(), "test", ApiTokens.SCOPES, null).token();
    }

    String readOnlyToken(Person person) {
        return tokens.make(person, person.id(), "test", Set.of("read"), null).token();
    }

    HttpResponse<String> api(String method, String path, String token, String body) {
        return visitor.send(HttpRequest.newBuilder(at(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }
}
