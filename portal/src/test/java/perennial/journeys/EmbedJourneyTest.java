package perennial.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import perennial.PortalTest;
import perennial.library.DemoMedia;
import perennial.library.LibraryFixture;
import perennial.library.SideDoor;
import perennial.people.Role;

/** A video in a frame of another site's page (P4). */
@Import({LibraryFixture.class, DemoMedia.class, SideDoor.class})
class EmbedJourneyTest extends PortalTest {
    private static final Browser BROWSER = new Browser();

    @Autowired
    private DemoMedia media;

    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private SideDoor door;

    @Autowired
    private JdbcClient jdbc;

    @AfterAll
    static void stop() {
        BROWSER.close();
    }

    @Test
    void playsElsewhereByTheCodeThatTheShareMenuGives() throws IOException {
        jdbc.sql("delete from media where source like 'zoom:demo/%'").update();
        var author = fixture.person(Role.CONTRIBUTOR);
        media.old(author, "Open day", 1);
        var id = jdbc.sql(
                        "update media set access = 'PUBLIC', embed = true where title = 'Open day' returning id::text")
                .query(String.class)
                .single();
        door.openFor(author);
        var page = BROWSER.visitor(ColorScheme.LIGHT);
        page.navigate(at("/library/enter").toString());
        page.navigate(at("/watch/" + id).toString());
        page.getByText("Share").first().click();
        page.getByText("Show it on another site").click();
        assertThat(page.locator("#embed-code")).isVisible();
        Accessibility.check(page, "embed-code");
        var code = page.locator("#embed-code").inputValue().replaceFirst("http://[^/]+/", at("/").toString());
        page.context().close();

        var other = BROWSER.visitor(ColorScheme.LIGHT);
        var elsewhere = elsewhere("<!doctype html><html lang=en><title>Elsewhere</title><main>" + code);
        other.navigate("http://127.0.0.1:%d/".formatted(elsewhere.getAddress().getPort()));
        var frame = other.frameLocator("iframe");
        assertThat(frame.locator("h1")).hasText("Open day");
        var inside = other.frames().get(1);
        inside.waitForFunction("() => document.querySelector('video').readyState >= 2");
        inside.evaluate("() => document.querySelector('video').play()");
        inside.waitForFunction("() => document.querySelector('video').currentTime > 0.5");
        Browser.screenshot(other, "embed");
        other.context().close();
        elsewhere.stop(0);
        assertThat(BROWSER.complaints()).isEmpty();
    }

    /** Another site, of one page. */
    private static HttpServer elsewhere(String page) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var bytes = page.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
        server.start();
        return server;
    }
}
