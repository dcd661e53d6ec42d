package perennial.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import perennial.PortalTest;
import perennial.people.Invitations;
import perennial.people.PersonId;

/** The pages about people, as an Administrator meets them: in light, in dark, on a phone, and for a screen reader. */
class PeoplePagesTest extends PortalTest {
    private static final String PASSWORD = "harbour lantern 41";
    private static final Browser BROWSER = new Browser();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Invitations invitations;

    private PersonId ada = new PersonId(UUID.randomUUID());

    @BeforeEach
    void people() {
        ada = person("Ada Okafor", "ADMINISTRATOR", "INVITED");
        person("Leila Haddad", "MANAGER", "ACTIVE");
        person("Tomas Okafor with a name that is rather long for a phone", "CONTRIBUTOR", "BLOCKED");
    }

    @AfterAll
    static void close() {
        BROWSER.close();
    }

    @Test
    void areReadableEverywhereAndWorkFromTheInvitationOn() {
        var desk = BROWSER.visitor(ColorScheme.LIGHT);
        desk.navigate(local(invitations.link(ada)));
        Accessibility.check(desk, "people-invitation");
        desk.getByLabel("New password").fill(PASSWORD);
        desk.getByRole(AriaRole.BUTTON, named("Set password and go on")).click();

        var group = makeGroup(desk);
        desk.navigate(at("/account").toString());
        desk.getByLabel("New token for").fill("Nightly report");
        desk.getByRole(AriaRole.BUTTON, named("Make token")).click();
        assertThat(desk.getByLabel("The new token")).hasValue(Pattern.compile("per_.+"));
        Accessibility.check(desk, "people-account-token");
        var webhook = makeWebhook(desk);
        var pages = List.of(
                "/people",
                group,
                "/people/groups/new",
                "/people/" + ada,
                "/people/" + ada + "/hand-over",
                "/people/sign-up-links",
                "/account",
                "/audit",
                "/mail",
                "/settings/branding",
                "/settings/webhooks",
                webhook);
        for (var path : pages) inLight(desk, path);
        for (var path : List.of("/people", group, "/account", "/audit", webhook)) inDark(desk, path);
        theStepThatAsksForThePassword(desk);
        var phone = BROWSER.phone();
        phone.context().addCookies(desk.context().cookies());
        for (var path : pages) onAPhone(phone, path);

        assertThat(BROWSER.complaints())
                .filteredOn(said -> !said.matches("(?s).*status of (403|422).*"))
                .isEmpty();
        phone.context().close();
        desk.context().close();
        guest();
    }

    private String makeGroup(Page desk) {
        desk.navigate(at("/people/groups/new").toString());
        desk.getByLabel("Name").fill("Clinical staff " + ada);
        desk.getByLabel("Fill from the sign-in claim").fill("clinic");
        desk.getByRole(AriaRole.BUTTON, named("Make group")).click();
        desk.getByLabel("Add someone").fill(ada + "@example.org");
        desk.getByRole(AriaRole.BUTTON, named("Add")).click();
        assertThat(desk.locator("#members .rowlist")).containsText("Ada Okafor");
        return URI.create(desk.url()).getPath();
    }

    /** With one message in its log that nobody takes. */
    private String makeWebhook(Page desk) {
        desk.navigate(at("/settings/webhooks").toString());
        desk.getByRole(AriaRole.TEXTBOX, named("Address")).fill("ftp://nowhere.example");
        desk.getByRole(AriaRole.BUTTON, named("Make webhook")).click();
        assertThat(desk.locator(".err")).containsText("begins with https://");
        desk.getByRole(AriaRole.TEXTBOX, named("Address")).fill("http://127.0.0.1:9/hook");
        desk.getByLabel("A published video was changed").check();
        desk.getByRole(AriaRole.BUTTON, named("Make webhook")).click();
        assertThat(desk.getByLabel("The secret of the new webhook")).hasValue(Pattern.compile("whsec_.+"));
        Accessibility.check(desk, "webhook-made");
        desk.getByRole(AriaRole.LINK, named("127.0.0.1:9")).click();
        desk.getByRole(AriaRole.BUTTON, named("Send a test")).click();
        assertThat(desk.locator("#log")).containsText("Nothing answers at that address");
        return URI.create(desk.url()).getPath();
    }

    /** A while after the sign-in: the step is kept, the password asked for, and the step taken. */
    private void theStepThatAsksForThePassword(Page desk) {
        var manager = person("Priya Raman", "MANAGER", "ACTIVE");
        desk.navigate(at("/people/" + manager).toString());
        jdbc.sql("delete from web_session_attributes where attribute_name = 'proven'")
                .update();
        desk.getByLabel("Type their address to go on").fill(manager + "@example.org");
        desk.getByRole(AriaRole.BUTTON, named("Erase Priya Raman")).click();
        assertThat(desk.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Is it you?")))
                .isVisible();
        Accessibility.check(desk, "people-prove");
        desk.getByLabel("Password").fill(PASSWORD);
        desk.getByRole(AriaRole.BUTTON, named("Go on")).click();
        assertThat(desk.locator(".toasts")).containsText("Erased");
    }

    private void guest() {
        var guest = BROWSER.visitor(ColorScheme.DARK);
        for (var path : List.of("/sign-in", "/forgot", "/reset/none", "/sign-up/none")) {
            guest.navigate(at(path).toString());
            Accessibility.check(guest, "people" + path.replace('/', '-') + "-dark");
        }
        guest.context().close();
    }

    private void inLight(Page page, String path) {
        page.navigate(at(path).toString());
        Accessibility.check(page, name(path) + "-light");
    }

    /** The theme a page begins with: one that is changed fades, and is measured on its way. */
    private void inDark(Page page, String path) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.navigate(at(path).toString());
        Accessibility.check(page, name(path) + "-dark");
    }

    private void onAPhone(Page phone, String path) {
        phone.navigate(at(path).toString());
        Browser.screenshot(phone, name(path) + "-phone");
        assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s does not scroll sideways", path)
                .isTrue();
    }

    private String name(String path) {
        return "people" + path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "one").replace('/', '-');
    }

    private PersonId person(String name, String role, String status) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into person (id, email, email_key, name, role, status, created_at, created_by)
                        values (:id, :email, :email, :name, :role, :status, now(), 'the Zoom app')""")
                .param("id", id)
                .param("email", id + "@example.org")
                .param("name", name)
                .param("role", role)
                .param("status", status)
                .update();
        return new PersonId(id);
    }

    /** The link as this test reaches the portal. */
    private String local(URI link) {
        return at(link.getPath()).toString();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
