package perennial.access;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import perennial.Browser;
import perennial.library.SideDoor;
import perennial.people.Person;

/** One asker at work: a session with its CSRF token for pages, an API token for the rest. */
final class Visitor implements AutoCloseable {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Asker asker;
    private final @Nullable Person person;
    private final @Nullable String token;
    private final SideDoor door;
    private final Browser browser;
    private String csrf = "";

    /**
     * @param person null for a guest
     * @param token null for a guest
     */
    Visitor(Asker asker, @Nullable Person person, @Nullable String token, SideDoor door, Function<String, URI> portal) {
        this.asker = asker;
        this.person = person;
        this.token = token;
        this.door = door;
        this.browser = new Browser(portal);
    }

    Asker asker() {
        return asker;
    }

    /**
     * Who it is.
     *
     * @throws NullPointerException for a guest
     */
    Person person() {
        return Objects.requireNonNull(person);
    }

    /** Signs in, at first and again after leaving. */
    void enter() {
        if (person != null) {
            door.openFor(person);
            browser.get("/library/enter");
        }
        var form = CSRF.matcher(
                browser.get(person == null ? "/sign-in" : "/account").body());
        if (!form.find()) throw new AssertionError(asker + " finds no form");
        csrf = form.group(1);
    }

    /** Opens a page. */
    String open(String path) {
        return browser.get(path).body();
    }

    /** Asks as a browser does, with the session and its CSRF token. */
    Reply asBrowser(HttpRequest.Builder request) {
        return Reply.of(
                browser.send(request.setHeader("X-CSRF-TOKEN", csrf).setHeader("Accept", "text/html,*/*;q=0.8")));
    }

    /** Asks with the session, from a page of another site, which knows no CSRF token. */
    Reply fromElsewhere(HttpRequest.Builder request) {
        return Reply.of(browser.send(request.setHeader("Accept", "text/html,*/*;q=0.8")));
    }

    /** Forgets the secret links that were opened. */
    void forgetLinks() {
        browser.forget("links");
    }

    /** The token for the API; null for a guest. */
    @Nullable
    String token() {
        return token;
    }

    @Override
    public void close() {
        browser.close();
    }
}
