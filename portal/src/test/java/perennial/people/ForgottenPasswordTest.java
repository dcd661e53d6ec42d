package perennial.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import perennial.Browser;
import perennial.SettableClock;

/** Lessons 18 to 20 and 25 of the advisories: expiry, secrets in pages, skipped steps, unlimited requests. */
@Import(SettableClock.InPortal.class)
class ForgottenPasswordTest extends PeopleTest {
    private static final String FRESH = "harbour lantern 41";
    private static final Pattern LINK = Pattern.compile("http://[^/\\s]+(/(?:reset|invitation)/[\\w-]+)");

    @Autowired
    SettableClock clock;

    @Autowired
    Invitations invitations;

    @Autowired
    PasswordResets resets;

    @Autowired
    SignUpLinks signUpLinks;

    @Autowired
    SignUps signUps;

    @Autowired
    Roster roster;

    @BeforeEach
    void morning() {
        clock.set(Instant.parse("2026-03-01T09:00:00Z"));
    }

    @Test
    void isReplacedByAMailedLinkThatWorksOnceAndEndsAllSessions() {
        person("mara@example.org", Role.VIEWER);
        try (var elsewhere = new Browser(this::at)) {
            elsewhere.signIn("mara@example.org", PASSWORD);
            var path = askedFor("Mara@example.org");
            visitor.get(path); // a mail scanner looks first
            var weak = visitor.submit(path, path, Map.of("password", "password1234"));
            var set = visitor.submit(path, path, Map.of("password", FRESH));
            var again = visitor.submit("/forgot", path, Map.of("password", "another lantern 42"));

            assertThat(weak.statusCode()).isEqualTo(422);
            assertThat(location(set)).isEqualTo("/sign-in");
            assertThat(again.statusCode()).isEqualTo(410);
            assertThat(elsewhere.get("/account").statusCode()).isEqualTo(302);
            assertThat(visitor.get("/sign-in").body()).contains("Your new password is set");
            assertThat(visitor.signIn("mara@example.org", PASSWORD).statusCode())
                    .isEqualTo(401);
            assertThat(location(visitor.signIn("mara@example.org", FRESH))).isEqualTo("/");
            assertThat(mails("mara@example.org")).anyMatch(text -> text.contains("was changed just now"));
        }
    }

    @Test
    void aSignUpLinkFillsNobodysMailbox() {
        var mara = person("mara@example.org", Role.MANAGER);
        person("vera@example.org", Role.VIEWER);
        var path = signUpLinks
                .make(mara, Role.VIEWER, List.of(), Duration.ofDays(1))
                .getPath();
        var link = signUpLinks.find(path.substring(path.lastIndexOf('/') + 1)).orElseThrow();
        for (int i = 0; i < 6; i++) {
            signUps.ask(link, "vera@example.org", "Vera");
            signUps.ask(link, "new@example.org", "New");
            served();
        }

        assertThat(mails("vera@example.org")).hasSize(1);
        assertThat(mails("new@example.org")).hasSize(3);
    }

    @Test
    void aBlockEndsALinkThatIsOnItsWay() {
        var mara = person("mara@example.org", Role.VIEWER);
        var admin = person("ada@example.org", Role.ADMINISTRATOR);
        var path = askedFor("mara@example.org");

        roster.block(admin, mara.id());
        roster.unblock(admin, mara.id());

        assertThat(visitor.submit("/forgot", path, Map.of("password", FRESH)).statusCode())
                .isEqualTo(410);
    }

    @Test
    void answersEveryAddressAlikeAndShowsNoSecret() {
        person("mara@example.org", Role.VIEWER);
        person("blocked@example.org", Role.VIEWER, PersonStatus.BLOCKED);

        var known = asks("mara@example.org").body().replace("mara@example.org", "X");
        var unknown = asks("nobody@example.org").body().replace("nobody@example.org", "X");
        var blocked = asks("blocked@example.org").body().replace("blocked@example.org", "X");
        served();

        assertThat(unknown).isEqualTo(known).doesNotContain("/reset/");
        assertThat(blocked).isEqualTo(known);
        assertThat(mails("mara@example.org")).hasSize(1);
        assertThat(mails("nobody@example.org")).isEmpty();
        assertThat(mails("blocked@example.org")).isEmpty();
    }

    @Test
    void aLinkIsOverAfterHalfAnHour() {
        person("mara@example.org", Role.VIEWER);
        var path = askedFor("mara@example.org");
        clock.advance(PasswordResets.LIFE);

        assertThat(visitor.submit("/forgot", path, Map.of("password", FRESH)).statusCode())
                .isEqualTo(410);
        assertThat(location(visitor.signIn("mara@example.org", PASSWORD))).isEqualTo("/");
    }

    @Test
    void aLinkIsOverWhenThePasswordTheAddressOrTheStatusChanges() {
        var mara = person("mara@example.org", Role.VIEWER);
        var first = askedFor("mara@example.org");
        var second = askedFor("mara@example.org");
        visitor.submit(second, second, Map.of("password", FRESH));
        assertThat(visitor.get(first).statusCode()).isEqualTo(410);

        var third = askedFor("mara@example.org");
        accounts.block(mara.id());
        assertThat(visitor.get(third).statusCode()).isEqualTo(410);
        accounts.unblock(mara.id());
        jdbc.sql("update person set email = 'new@example.org', email_key = 'new@example.org'")
                .update();
        assertThat(visitor.submit("/forgot", third, Map.of("password", FRESH)).statusCode())
                .isEqualTo(410);
    }

    @Test
    void stepsCannotBeSkippedNorTakenWithAnotherKindOfLink() {
        person("mara@example.org", Role.VIEWER);
        var tomas = person("tomas@example.org", Role.VIEWER, PersonStatus.INVITED);
        var invitation = invitations.link(tomas.id()).getPath().replace("/invitation/", "");
        var reset = askedFor("mara@example.org").replace("/reset/", "");

        for (var path : List.of("/reset/x", "/reset/" + invitation, "/invitation/" + reset)) {
            assertThat(visitor.submit("/forgot", path, Map.of("password", FRESH, "email", "mara@example.org"))
                            .statusCode())
                    .as(path)
                    .isEqualTo(410);
        }
        assertThat(visitor.post("/reset/" + reset, Map.of("password", FRESH), "")
                        .statusCode())
                .as("without the page's own token")
                .isEqualTo(403);
        assertThat(location(visitor.signIn("mara@example.org", PASSWORD))).isEqualTo("/");
    }

    @Test
    void ofTwoAtOnceOneGetsThrough() throws Exception {
        person("mara@example.org", Role.VIEWER);
        var secret = askedFor("mara@example.org").replace("/reset/", "");
        Callable<Boolean> use = () -> resets.use(secret, FRESH).isPresent();

        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var won = crowd.invokeAll(List.of(use, use, use, use)).stream()
                    .filter(done -> done.resultNow())
                    .count();
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void sendsNobodyMoreThanThreeMailsInHalfAnHour() {
        person("mara@example.org", Role.VIEWER);
        for (int i = 0; i < 5; i++) asks("mara@example.org");
        served();

        assertThat(mails("mara@example.org")).hasSize(3);
    }

    @Test
    void asksTooOftenAreRefusedForKnownAndUnknownAlikeAndDoNotLockTheSignIn() {
        person("mara@example.org", Role.VIEWER);
        var known = asks("mara@example.org");
        var unknown = asks("nobody@example.org");
        for (int i = 0; i < 10; i++) {
            known = asks("mara@example.org");
            unknown = asks("nobody@example.org");
        }

        assertThat(known.statusCode()).isEqualTo(429);
        assertThat(unknown.statusCode()).isEqualTo(429);
        assertThat(known.headers().firstValue("Retry-After")).isPresent();
        assertThat(location(visitor.signIn("mara@example.org", PASSWORD))).isEqualTo("/");
        served();
    }

    @Test
    void anInvitedPersonGetsTheirInvitationAgain() {
        person("tomas@example.org", Role.VIEWER, PersonStatus.INVITED);

        assertThat(askedFor("tomas@example.org")).startsWith("/invitation/");
    }

    private HttpResponse<String> asks(String email) {
        return visitor.submit("/forgot", "/forgot", Map.of("email", email));
    }

    /** Asks, waits for the mail, and tells the path of its link; a second later, so that this mail is the latest of all. */
    private String askedFor(String email) {
        clock.advance(Duration.ofSeconds(1));
        asks(email);
        served();
        var link = LINK.matcher(mails(email.toLowerCase(Locale.ROOT)).getFirst());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private void served() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(jdbc.sql("select count(*) from account_request")
                                .query(Long.class)
                                .single())
                        .isZero());
    }

    private List<String> mails(String email) {
        return jdbc.sql("select body from outbox_mail where lower(recipient) = :to order by created_at desc, id")
                .param("to", email)
                .query((row, number) -> row.getString("body"))
                .list();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }
}
