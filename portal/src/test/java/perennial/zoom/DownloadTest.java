package perennial.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static perennial.zoom.FileServer.redirects;
import static perennial.zoom.FileServer.says;
import static perennial.zoom.FileServer.serves;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.Scanner;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
    private static final String TAG = "\"tag-1\"";

    private final byte[] file = new byte[5 * 1024 * 1024 + 123];
    private final BytesKept sink = new BytesKept();
    private FileServer server;
    private FileServer cdn;
    private Zoom zoom;
    private ZoomAccount account;

    @BeforeEach
    void start() throws IOException {
        new Random(7).nextBytes(file);
        server = new FileServer();
        cdn = new FileServer();
        zoom = new Zoom(
                () -> Instant.parse("2026-03-30T10:00:00Z"), SystemDefaultDnsResolver.INSTANCE, Duration.ofSeconds(20));
        var app = new ZoomCredentials.Jwt("key", "secret");
        account = zoom.account(new ZoomAccess(app, server.url(""), server.url("/v2")));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        cdn.close();
        zoom.destroy();
    }

    @Test
    void fetchesAFileWholeThroughAFewBuffers() throws IOException {
        server.does(serves(file, TAG));

        var download = fetch(0, null);

        assertThat(download).isEqualTo(new Download(file.length, TAG, "video/mp4"));
        assertThat(sink.all()).isEqualTo(file);
        assertThat(sink.largest).isLessThanOrEqualTo(1 << 20);
        assertThat(sink.buffers).hasSizeLessThanOrEqualTo(4);
        assertThat(sink.restarts).isZero();
    }

    @Test
    void followsARedirectToAnotherPortWithItsToken() throws IOException {
        server.does(redirects(cdn.url("/cmr/replay/x.mp4?Signature=a%2Bb")));
        cdn.does(serves(file, TAG));

        fetch(0, null);

        assertThat(sink.all()).isEqualTo(file);
        assertThat(cdn.seen).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/cmr/replay/x.mp4?Signature=a%2Bb");
            assertThat(request.authorization()).startsWith("Bearer ");
        });
    }

    @Test
    void asksAgainWithANewTokenWhenTheOldOneHasEnded() throws IOException {
        server.does(exchange ->
                (server.seen.size() == 1 ? says(401, "{\"code\": 124}") : serves(file, TAG)).answer(exchange));

        fetch(0, null);

        assertThat(sink.all()).isEqualTo(file);
        assertThat(server.seen).hasSize(2);
    }

    @Test
    void resumesBehindWhatIsThere() throws IOException {
        server.does(serves(file, TAG));

        var download = fetch(1000, TAG);

        assertThat(download.total()).isEqualTo(file.length);
        assertThat(sink.all()).isEqualTo(Arrays.copyOfRange(file, 1000, file.length));
        assertThat(server.seen.getFirst().range()).isEqualTo("bytes=1000-");
        assertThat(server.seen.getFirst().ifRange()).isEqualTo(TAG);
    }

    @Test
    void survivesTwoCutsWithoutLosingAByte() throws IOException {
        server.does(serves(file, TAG, 1_500_000));
        var first = catchThrowableOfType(ZoomException.Cut.class, () -> fetch(0, null));
        assertThat(first.received()).isEqualTo(1_500_000);
        assertThat(sink.validator)
                .as("known although the file never came whole")
                .isEqualTo(TAG);
        var second = catchThrowableOfType(ZoomException.Cut.class, () -> fetch(sink.all().length, TAG));
        assertThat(second.received()).isEqualTo(1_500_000);
        server.does(serves(file, TAG));

        var download = fetch(sink.all().length, TAG);

        assertThat(download.total()).isEqualTo(file.length);
        assertThat(sink.all()).isEqualTo(file);
        assertThat(server.seen)
                .extracting(FileServer.Seen::range)
                .containsExactly(null, "bytes=1500000-", "bytes=3000000-");
        assertThat(sink.restarts).isZero();
    }

    @Test
    void handsOverEvenTheFirstBytesOfACut() {
        server.does(serves(file, TAG, 10));

        assertThat(catchThrowableOfType(ZoomException.Cut.class, () -> fetch(0, null))
                        .received())
                .isEqualTo(10);
        assertThat(sink.all()).isEqualTo(Arrays.copyOf(file, 10));
    }

    /** A byte each tenth of a second would fill a buffer in a day. */
    @Test
    void handsOverWhatASlowLineBrings() throws IOException {
        server.does(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "video/mp4");
            exchange.sendResponseHeaders(200, 0);
            Awaitility.await().pollInterval(Duration.ofMillis(100)).until(() -> {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                return sink.all().length > 0;
            });
        });

        fetch(0, null);

        assertThat(sink.all()).isNotEmpty();
    }

    @Test
    void noticesACutOfAFileWithoutALength() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var talking = Thread.ofVirtual().start(() -> breakOff(socket));
            var url = URI.create("http://127.0.0.1:%d/x".formatted(socket.getLocalPort()));

            assertThatThrownBy(() -> account.download(url, FileKind.MEDIA, 0, null, sink))
                    .isInstanceOf(ZoomException.Cut.class);

            assertThat(sink.all()).asString().isEqualTo("only so much");
            talking.join();
        }
    }

    private static void breakOff(ServerSocket socket) {
        try (var connection = socket.accept()) {
            var request = new Scanner(connection.getInputStream(), StandardCharsets.US_ASCII);
            var line = request.nextLine();
            while (!line.isEmpty()) line = request.nextLine();
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFF\r\nonly so much"
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void fetchesAFileWithoutALength() throws IOException {
        server.does(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(file);
        });

        assertThat(fetch(0, null)).isEqualTo(new Download(file.length, null, ""));
        assertThat(sink.all()).isEqualTo(file);
    }

    @Test
    void fetchesAnEmptyFile() throws IOException {
        server.does(says(200, "", "Content-Type", "text/plain"));

        assertThat(fetch(FileKind.TEXT, 0, null).total()).isZero();
    }

    @Test
    void startsOverWhenTheFileHasChanged() throws IOException {
        server.does(serves(file, "\"tag-2\""));

        var download = fetch(1000, TAG);

        assertThat(sink.restarts).isEqualTo(1);
        assertThat(sink.all()).isEqualTo(file);
        assertThat(download.validator()).isEqualTo("\"tag-2\"");
    }

    @Test
    void startsOverWhenTheServerGivesTheWrongPart() throws IOException {
        server.does(exchange -> {
            boolean part = exchange.getRequestHeaders().containsKey("Range");
            var wrong = says(206, "x", "Content-Range", "bytes 999-999/" + file.length, "ETag", TAG);
            (part ? wrong : serves(file, TAG)).answer(exchange);
        });

        fetch(1000, TAG);

        assertThat(sink.restarts).isEqualTo(1);
        assertThat(sink.all()).isEqualTo(file);
    }

    @Test
    void knowsThatNothingIsMissing() throws IOException {
        server.does(serves(file, TAG));

        assertThat(fetch(file.length, TAG).total()).isEqualTo(file.length);
        assertThat(sink.all()).isEmpty();
        assertThat(sink.restarts).isZero();
    }

    @Test
    void startsOverWhenThereIsMoreThanTheServerHas() throws IOException {
        server.does(serves(file, TAG));

        fetch(file.length + 1, TAG);

        assertThat(sink.restarts).isEqualTo(1);
        assertThat(sink.all()).isEqualTo(file);
    }

    @Test
    void noticesAWrongLength() {
        server.does(says(206, "12345", "Content-Range", "bytes 10-14/12", "ETag", TAG));
        assertThatThrownBy(() -> fetch(10, TAG)).isInstanceOf(ZoomException.WrongLength.class);

        server.does(says(206, "12345", "Content-Range", "bytes 10-14/50", "ETag", TAG));
        assertThatThrownBy(() -> fetch(10, TAG)).isInstanceOf(ZoomException.Cut.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void opensNoConnectionToAnotherHostBehindRedirects(int hops) throws IOException {
        var elsewhere = "http://localhost:" + cdn.url("").getPort() + "/x";
        server.does(exchange -> {
            int hop = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            says(302, "", "Location", hop < hops ? "/" + (hop + 1) : elsewhere).answer(exchange);
        });

        assertThatThrownBy(() -> account.download(server.url("/0"), FileKind.MEDIA, 0, null, sink))
                .isInstanceOf(ZoomException.AddressRefused.class)
                .hasMessageContaining("localhost");
        assertThat(server.seen).hasSize(hops + 1);
        assertThat(cdn.seen).isEmpty();
    }

    @Test
    void followsFiveRedirectsAndNoMore() {
        server.does(redirects(server.url("/again")));

        assertThatThrownBy(() -> fetch(0, null)).isInstanceOf(ZoomException.Unreadable.class);
        assertThat(server.seen).hasSize(6);
    }

    @Test
    void passesOnWhatTheSinkThrows() {
        server.does(serves(file, TAG));
        var full = new IOException("No space left on device");

        assertThatThrownBy(() -> account.download(server.url("/f"), FileKind.MEDIA, 0, null, failing(full)))
                .isSameAs(full);
        assertThatThrownBy(() -> account.download(
                        server.url("/f"), FileKind.MEDIA, 0, null, failing(new IllegalStateException("called off"))))
                .hasMessage("called off");
        noThreadIsLeft();
    }

    @Test
    void leavesNoThreadBehind() {
        server.does(serves(file, TAG, 2_000_000));

        assertThatThrownBy(() -> fetch(0, null)).isInstanceOf(ZoomException.Cut.class);

        noThreadIsLeft();
    }

    private Download fetch(long from, @Nullable String validator) throws IOException {
        return fetch(FileKind.MEDIA, from, validator);
    }

    private Download fetch(FileKind kind, long from, @Nullable String validator) throws IOException {
        return account.download(server.url("/rec/download/x"), kind, from, validator, sink);
    }

    private static ByteSink failing(Exception failure) {
        return new ByteSink() {
            @Override
            public void restart() {}

            @Override
            public void write(ByteBuffer chunk) throws IOException {
                if (failure instanceof IOException e) throw e;
                throw (RuntimeException) failure;
            }
        };
    }

    private static void noThreadIsLeft() {
        Awaitility.await()
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .doesNotContain("zoom-download-writer"));
    }
}
