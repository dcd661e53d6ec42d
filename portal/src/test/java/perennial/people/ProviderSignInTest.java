package perennial.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import perennial.Browser;

/** Sign-in with a real OpenID Connect provider, from the button to the account. */
class ProviderSignInTest extends PeopleTest {
    private static final OpenIdServer PROVIDER = new OpenIdServer();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @Autowired
    Groups groups;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("perennial.oidc.issuer", PROVIDER::issuer);
        properties.add("perennial.oidc.client-id", () -> OpenIdServer.CLIENT);
        properties.add("perennial.oidc.client-secret", () -> OpenIdServer.SECRET);
        properties.add("perennial.oidc.role-claim", () -> "portal.roles");
        properties.add("perennial.oidc.role-prefix", () -> "video-");
        properties.add("perennial.oidc.group-claim", () -> "groups");
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @BeforeEach
    void asAtFirst() {
        jdbc.sql("update sign_in_setting set passwords = true").update();
        PROVIDER.redirect("http://localhost:" + at("/").getPort() + Provider.RETURN);
    }

    @Test
    void makesAnAccountWithRoleAndGroupsFromTheClaims() {
        var nurses = groups.make(person("ada@example.org", Role.ADMINISTRATOR), "Nurses", "nurses");
        claims("vera", "vera@example.org", true, List.of("video-moderator", "other"), List.of("nurses"));

        var arrived = signIn(visitor, "vera", "/account");

        assertThat(location(arrived)).isEqualTo("/account");
        var vera = people.byEmail("vera@example.org").orElseThrow();
        assertThat(vera.role()).isEqualTo(Role.MODERATOR);
        assertThat(groups.of(vera.id())).extracting(PersonGroup::id).containsExactly(nurses.id());
        assertThat(visitor.get("/account").body()).contains("vera@example.org");
    }

    @Test
    void knowsThePersonAgainByTheProvidersOwnNameAndFollowsTheRole() {
        claims("vera", "vera@example.org", true, List.of("video-manager"), List.of());
        signIn(visitor, "vera", "/");
        var id = people.byEmail("vera@example.org").orElseThrow().id();
        claims("vera", "married@example.org", true, List.of(), List.of());

        try (var again = new Browser(this::at)) {
            signIn(again, "vera", "/");
            assertThat(again.get("/account").statusCode()).isEqualTo(200);
        }

        assertThat(people.byEmail("married@example.org")).isEmpty();
        assertThat(people.byId(id)).map(Person::role).hasValue(Role.VIEWER);
    }

    @Test
    void theClaimNeverLowersTheLastAdministrator() {
        claims("ada", "ada@example.org", true, List.of("video-administrator"), List.of());
        signIn(visitor, "ada", "/");
        claims("ada", "ada@example.org", true, List.of("video-viewer"), List.of());

        try (var again = new Browser(this::at)) {
            signIn(again, "ada", "/");
        }

        assertThat(people.byEmail("ada@example.org")).map(Person::role).hasValue(Role.ADMINISTRATOR);
    }

    @Test
    void linksByEmailOnlyWhatTheProviderHasVerified() {
        person("mara@example.org", Role.MANAGER, PersonStatus.INVITED);
        claims("eve", "mara@example.org", false, List.of(), List.of());
        claims("mara", "Mara@example.org", true, null, List.of());

        assertThat(location(signIn(visitor, "eve", "/"))).isEqualTo("/sign-in?refused=unverified");
        assertThat(people.byEmail("mara@example.org")).map(Person::status).hasValue(PersonStatus.INVITED);
        try (var mara = new Browser(this::at)) {
            assertThat(location(signIn(mara, "mara", "/"))).isEqualTo("/");
        }
        var linked = people.byEmail("mara@example.org").orElseThrow();
        assertThat(linked.status()).isEqualTo(PersonStatus.ACTIVE);
        assertThat(linked.role()).as("no claim, no change").isEqualTo(Role.MANAGER);
    }

    @Test
    void anAccountWithAPasswordIsLinkedByItsOwnerOnly() {
        person("mara@example.org", Role.MANAGER);
        claims("mara", "mara@example.org", true, null, List.of());

        var asked = signIn(visitor, "mara", "/");
        assertThat(location(asked)).isEqualTo("/sign-in/link");
        assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
        var wrong = visitor.submit("/sign-in/link", "/sign-in/link", Map.of("password", "not the password"));
        assertThat(wrong.statusCode()).isEqualTo(401);
        var right = visitor.submit("/sign-in/link", "/sign-in/link", Map.of("password", PASSWORD));
        assertThat(location(right)).isEqualTo("/");
        try (var later = new Browser(this::at)) {
            assertThat(location(signIn(later, "mara", "/"))).isEqualTo("/");
        }
    }

    @Test
    void anAddressGivenToSomebodyElseAtTheProviderTakesNoAccountOver() {
        person("ada@example.org", Role.ADMINISTRATOR);
        claims("mara", "mara@example.org", true, null, List.of());
        claims("newcomer", "mara@example.org", true, null, List.of());
        signIn(visitor, "mara", "/");
        var id = people.byEmail("mara@example.org").orElseThrow().id();

        try (var newcomer = new Browser(this::at);
                var ada = new Browser(this::at)) {
            assertThat(location(signIn(newcomer, "newcomer", "/"))).isEqualTo("/sign-in?refused=taken");
            assertThat(newcomer.get("/sign-in?refused=taken").body()).contains("Ask a Manager to unlink it");
            ada.signIn("ada@example.org", PASSWORD);
            assertThat(ada.submit("/people/" + id, "/people/" + id + "/unlink", Map.of())
                            .statusCode())
                    .isEqualTo(302);
            assertThat(visitor.get("/account").statusCode())
                    .as("the one before is out")
                    .isEqualTo(302);
            assertThat(location(signIn(newcomer, "newcomer", "/"))).isEqualTo("/");
        }
    }

    @Test
    void aBlockedPersonStaysOut() {
        claims("vera", "vera@example.org", true, List.of(), List.of());
        signIn(visitor, "vera", "/");
        accounts.block(people.byEmail("vera@example.org").orElseThrow().id());

        try (var again = new Browser(this::at)) {
            assertThat(location(signIn(again, "vera", "/"))).isEqualTo("/sign-in?refused=blocked");
            assertThat(again.get("/sign-in?refused=blocked").body()).contains("blocked");
        }
    }

    @Test
    void takesNoAnswerItDidNotAskFor() {
        var forged = visitor.get(Provider.RETURN + "?code=x&state=y");

        assertThat(location(forged)).isEqualTo("/sign-in?refused=failed");
        assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void leadsNowhereElseAfterwards() {
        claims("vera", "vera@example.org", true, List.of(), List.of());

        assertThat(location(signIn(visitor, "vera", "//evil.example/"))).isEqualTo("/");
    }

    @Test
    void passwordsCanBeSwitchedOffByWhoeverDoesNotNeedThem() {
        person("ada@example.org", Role.ADMINISTRATOR);
        claims("ada", "ada@example.org", true, null, List.of());
        visitor.signIn("ada@example.org", PASSWORD);
        var locksOut = visitor.submit("/settings/sign-in", "/settings/sign-in", Map.of());
        assertThat(locksOut.statusCode()).isEqualTo(422);
        assertThat(locksOut.body()).contains("You could not sign in any more");

        try (var ada = new Browser(this::at)) {
            signIn(ada, "ada", "/");
            ada.submit("/sign-in/link", "/sign-in/link", Map.of("password", PASSWORD));
            ada.submit("/settings/sign-in", "/settings/sign-in", Map.of());
        }

        try (var guest = new Browser(this::at)) {
            assertThat(guest.get("/sign-in").body())
                    .contains("Sign in with your company account")
                    .doesNotContain("type=\"password\"");
            assertThat(guest.get("/forgot").statusCode()).isEqualTo(404);
            var token = csrf(visitor.get("/account").body());
            assertThat(token).isNotEmpty();
            assertThat(guest.post("/sign-in", Map.of("email", "ada@example.org", "password", PASSWORD), "")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(visitor.submit("/account", "/sign-in", Map.of("email", "ada@example.org", "password", PASSWORD))
                        .statusCode())
                .isEqualTo(401);
    }

    private void claims(
            String user, String email, boolean verified, @Nullable List<String> roles, List<String> groups) {
        var claims = new HashMap<String, Object>();
        claims.put("email", email);
        claims.put("email_verified", verified);
        claims.put("name", "Company " + user);
        claims.put("groups", groups);
        if (roles != null) claims.put("portal", Map.of("roles", roles));
        PROVIDER.claims(user, claims);
    }

    /** The whole way of a browser: the portal's button, the provider's form, and back. Tells where the portal led at last. */
    private HttpResponse<String> signIn(Browser browser, String user, String to) {
        var out = URI.create(absolute(browser.get("/sign-in/provider?to=" + to)));
        assertThat(out.toString()).startsWith(PROVIDER.issuer());
        try (var company = new Browser(
                path -> path.startsWith("http") ? URI.create(path) : URI.create(PROVIDER.issuer() + path))) {
            company.get(out.toString());
            var form = company.get("/login");
            company.post("/login", Map.of("username", user, "password", OpenIdServer.PASSWORD), csrf(form.body()));
            var back = URI.create(absolute(company.get(out.toString())));
            assertThat(back.getPath()).isEqualTo(Provider.RETURN);
            return browser.get(back.getRawPath() + "?" + back.getRawQuery());
        }
    }

    private static String csrf(String page) {
        var found = CSRF.matcher(page);
        return found.find() ? found.group(1) : "";
    }

    private static String absolute(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String location(HttpResponse<String> answer) {
        return absolute(answer).replaceFirst("^http://[^/]+", "");
    }
}
