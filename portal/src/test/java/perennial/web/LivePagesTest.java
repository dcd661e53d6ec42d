package perennial.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import perennial.PortalTest;

@Import(LivePagesTest.Counter.class)
class LivePagesTest extends PortalTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final AtomicInteger LOOKS = new AtomicInteger();
    private static final AtomicReference<String> SHOWN = new AtomicReference<>("<b>one</b>");

    @Controller
    static class Counter {
        private final LivePages live;

        Counter(LivePages live) {
            this.live = live;
        }

        @GetMapping("/library/counter")
        SseEmitter counter() {
            return live.open("counter", () -> {
                LOOKS.incrementAndGet();
                return Map.of("number", SHOWN.get(), "still", "<i>same</i>");
            });
        }
    }

    @Autowired
    LivePages live;

    @Test
    void tellsAllWatchersWhatChangedAndLooksOnceForThemAll() throws Exception {
        try (var first = new Watcher();
                var second = new Watcher()) {
            await().atMost(SOON).until(() -> first.has("<b>one</b>") && second.has("<b>one</b>"));
            assertThat(live.watched()).isEqualTo(1);

            int before = LOOKS.get();
            var start = System.nanoTime();
            SHOWN.set("<b>two</b>");
            await().atMost(SOON).until(() -> first.has("<b>two</b>") && second.has("<b>two</b>"));
            long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();

            assertThat(LOOKS.get() - before).isLessThanOrEqualTo((int) seconds + 2);
            assertThat(first.lines)
                    .filteredOn(line -> line.contains("<i>same</i>"))
                    .hasSize(1);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            SHOWN.set("<b>" + System.nanoTime() + "</b>"); // whoever has gone is noticed when something is sent
            return live.watched() == 0;
        });
    }

    /** One browser that listens; leaves when closed. */
    private final class Watcher implements AutoCloseable {
        private final HttpClient http = HttpClient.newHttpClient();
        private final List<String> lines = new CopyOnWriteArrayList<>();

        Watcher() {
            var _ = http.sendAsync(
                            HttpRequest.newBuilder(at("/library/counter")).build(), BodyHandlers.ofLines())
                    .thenAccept(answer -> answer.body().forEach(lines::add));
        }

        boolean has(String text) {
            return lines.stream().anyMatch(line -> line.contains(text));
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }
}
