package perennial.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.journeys.Browser;

/** A joined file in Chromium: its length, the right picture on both sides of each join, no error, and played to its end. */
class JoinedInBrowserTest {
    private static final double PICTURE = 0.040;
    /** Of the distance between sound and picture from one segment to another; measuring it is good for some 30 ms. */
    private static final double MOST_CHANGE_MS = 60;
    /** Number of each segment's last picture, which stays until the next one begins. */
    private static final int[] LAST = {59, 58, 50};
    /** Seeks, and reads segment and number out of the fields at the bottom of the picture. */
    private static final String LOOK = """
        async at => {
          const v = document.querySelector('video');
          await new Promise((done, failed) => {
            v.onerror = () => failed(v.error.message);
            v.requestVideoFrameCallback(() => done());
            v.currentTime = at;
          });
          const c = document.createElement('canvas');
          c.width = 280; c.height = 60;
          const g = c.getContext('2d');
          g.drawImage(v, 0, 0, 280, 60);
          let bits = 0;
          for (let i = 0; i < 14; i++) if (g.getImageData(10 + 20 * i, 50, 1, 1).data[0] > 127) bits |= 1 << i;
          return [bits >> 10, bits & 1023];
        }\
        """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"virtual", "spliced", "re-encoded", "silence", "picture held"})
    void playsAcrossTheJoins(String form) throws IOException {
        var odd = Reel.of(2, 2.36).soundOf(2.3);
        var second = switch (form) {
            case "spliced", "re-encoded" -> odd.size(480, 288);
            case "silence" -> odd.without(Reel.Track.SOUND);
            case "picture held" -> odd.without(Reel.Track.PICTURES);
            default -> odd;
        };
        var cut = new Cut(folder).addAll(List.of(Reel.of(1, 2.4), second, Reel.of(3, 2.04)));
        var done = cut.join(form.equals("spliced") ? Bench.SPLICER : Bench.JOINER);
        assertThat(done.decisions().get(1)).contains(form);

        var server = serve(done.file());
        try (var browser = new Browser()) {
            var page = browser.visitor(ColorScheme.LIGHT);
            page.navigate("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
            page.waitForFunction("() => document.querySelector('video').readyState >= 2");
            assertThat(((Number) page.evaluate("() => document.querySelector('video').duration")).doubleValue())
                    .isEqualTo(done.joined().length().toNanos() / 1e9, within(0.05));
            for (int i = 1; i < 3; i++) {
                double join = done.joined().starts().get(i).toNanos() / 1e9;
                for (double beside : new double[] {0.02, -0.5, 0.5, -0.1, 0.1}) right(page, done, form, join + beside);
            }
            if (form.equals("virtual") || form.equals("spliced")) inStep(page, done);
            else {
                page.evaluate("() => { const v = document.querySelector('video'); v.currentTime = 1.9; v.play(); }");
                page.waitForFunction("() => document.querySelector('video').ended");
            }
            assertThat(page.evaluate("() => document.querySelector('video').error"))
                    .isNull();
        } finally {
            server.stop(0);
        }
    }

    /** A file out of step is so every time; a busy machine is not. */
    private static void inStep(Page page, Cut.Done done) throws IOException {
        double change = Double.MAX_VALUE;
        for (int attempt = 0; attempt < 4 && change >= MOST_CHANGE_MS; attempt++) {
            page.reload();
            page.waitForFunction("() => document.querySelector('video').readyState >= 2");
            var distances = SoundAndPicture.distances(page, done);
            System.out.println("sound after picture, in ms a segment: " + distances);
            if (distances.isEmpty()) continue;
            change = Collections.max(distances) - Collections.min(distances);
        }
        assertThat(change)
                .as("change of the distance of sound and picture at the joins")
                .isLessThan(MOST_CHANGE_MS);
    }

    private static void right(Page page, Cut.Done done, String form, double at) {
        var starts = done.joined().starts();
        int segment = 0;
        for (int i = 0; i < starts.size(); i++) if (starts.get(i).toNanos() / 1e9 <= at) segment = i;
        var seen = (List<?>) page.evaluate(LOOK, at);
        if (form.equals("picture held") && segment == 1) {
            assertThat(seen).as("at %s", at).isEqualTo(List.of(1, 59));
            return;
        }
        double start = starts.get(segment).toNanos() / 1e9;
        assertThat(seen.getFirst()).as("segment at %s", at).isEqualTo(segment + 1);
        assertThat(((Number) seen.getLast()).doubleValue())
                .as("picture at %s", at)
                .isEqualTo(Math.min((at - start) / PICTURE, LAST[segment]), within(1.01));
    }

    private static HttpServer serve(Path file) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var bytes = Files.readAllBytes(file);
        server.createContext("/", exchange -> {
            switch (exchange.getRequestURI().getPath()) {
                case "/film.mp4" -> film(exchange, bytes);
                case "/ear.js" -> text(exchange, "text/javascript", SoundAndPicture.EAR);
                default -> text(exchange, "text/html", "<!doctype html><video src=film.mp4 preload=auto></video>");
            }
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void text(HttpExchange exchange, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void film(HttpExchange exchange, byte[] bytes) throws IOException {
        var range = exchange.getRequestHeaders().getFirst("Range");
        var ends = (range == null ? "0-" : range.substring("bytes=".length())).split("-", -1);
        int from = Integer.parseInt(ends[0]);
        int to = ends[1].isEmpty() ? bytes.length - 1 : Integer.parseInt(ends[1]);
        exchange.getResponseHeaders().set("Content-Type", "video/mp4");
        exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
        exchange.getResponseHeaders().set("Content-Range", "bytes %d-%d/%d".formatted(from, to, bytes.length));
        exchange.sendResponseHeaders(range == null ? 200 : 206, to - from + 1L);
        exchange.getResponseBody().write(bytes, from, to - from + 1);
    }
}
