package perennial.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import perennial.PortalTest;

/** Over a real socket: the container's own ideas about headers are part of what is tested. */
@Import({ByteServingTest.Shelf.class, ByteServingTest.Open.class})
class ByteServingTest extends PortalTest {
    static final Map<String, Composite> SHELF = new ConcurrentHashMap<>();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    Blobs blobs;

    @Autowired
    BlobStore store;

    private byte[] bytes = new byte[0];
    private Composite composite = new Composite(List.of());

    @Controller
    static class Shelf {
        private final ByteServing serving;

        Shelf(ByteServing serving) {
            this.serving = serving;
        }

        @RequestMapping("/test-shelf/{name}")
        void get(@PathVariable String name, HttpServletRequest in, HttpServletResponse out) throws IOException {
            var content = SHELF.getOrDefault(name, new Composite(List.of()));
            serving.serve(content, "video/mp4", in.getParameter("save"), in, out);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Open {
        @Bean
        @Order(-100)
        SecurityFilterChain shelfIsOpen(HttpSecurity http) {
            return http.securityMatcher("/test-shelf/**")
                    .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                    .build();
        }
    }

    /** Three pieces of two blobs, cut so that pieces neither begin nor end where blobs do. */
    @BeforeEach
    void shelve() throws IOException {
        var first = blob(BlobStoreContract.someBytes(300_000));
        var second = blob(BlobStoreContract.someBytes(200_001));
        composite = new Composite(List.of(
                new Piece(first.id(), 1000, 150_000),
                new Piece(second.id(), 0, 200_001),
                new Piece(first.id(), 7, 993)));
        var all = ByteBuffer.allocate((int) composite.length());
        for (var piece : composite.pieces()) {
            var source = Files.readAllBytes(store.localFile(piece.blob()));
            all.put(source, (int) piece.offset(), (int) piece.length());
        }
        bytes = all.array();
        SHELF.put("video", composite);
    }

    @AfterAll
    static void clear() {
        SHELF.clear();
    }

    @Test
    void sendsTheWhole() throws Exception {
        var answer = get("video");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(bytes);
        assertThat(header(answer, "Content-Length")).isEqualTo("" + bytes.length);
        assertThat(header(answer, "Content-Type")).isEqualTo("video/mp4");
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(answer, "ETag")).isEqualTo(composite.etag()).matches("\"[0-9a-f]{32}\"");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-99, 0, 99",
        "bytes=149990-150010, 149990, 150010", // across the first joint
        "bytes=149999-350001, 149999, 350001", // across both
        "bytes=350000-, 350000, 350993",
        "bytes=-5, 350989, 350993",
        "bytes=-999999999, 0, 350993",
        "bytes=0-999999999999999999, 0, 350993",
        "Bytes = 1-2, 1, 2",
    })
    void sendsTheRangeAskedFor(String range, int first, int last) throws Exception {
        var answer = get("video", "Range", range);

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes %d-%d/%d".formatted(first, last, bytes.length));
        assertThat(header(answer, "Content-Length")).isEqualTo("" + (last - first + 1));
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(bytes, first, last + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=350994-", "bytes=350994-350999", "bytes=-0", "bytes=999999999999999999-"})
    void refusesARangeOutside(String range) throws Exception {
        var answer = get("video", "Range", range);

        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes */" + bytes.length);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-1,5-6",
                "bytes=5-4",
                "bytes=-",
                "bytes=a-b",
                "lines=1-2",
                "bytes=1",
                "bytes=99999999999999999999-",
                ""
            })
    void sendsTheWholeWhenTheRangeIsNone(String range) throws Exception {
        var answer = get("video", "Range", range);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).hasSameSizeAs(bytes);
    }

    @Test
    void honoursIfRange() throws Exception {
        assertThat(get("video", "Range", "bytes=0-9", "If-Range", composite.etag())
                        .statusCode())
                .isEqualTo(206);
        assertThat(get("video", "Range", "bytes=0-9", "If-Range", "\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(get("video", "Range", "bytes=0-9", "If-Range", "W/" + composite.etag())
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("video", "Range", "bytes=0-9", "If-Range", "Sat, 29 Oct 1994 19:43:31 GMT")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void sendsNothingToWhoHasIt() throws Exception {
        for (var tag : List.of(composite.etag(), "W/" + composite.etag(), "\"x\", " + composite.etag(), "*")) {
            var answer = get("video", "If-None-Match", tag, "Range", "bytes=0-9");
            assertThat(answer.statusCode()).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(header(answer, "ETag")).isEqualTo(composite.etag());
        }
        assertThat(get("video", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        assertThat(get("video", "If-Match", "\"other\"").statusCode()).isEqualTo(412);
        assertThat(get("video", "If-Match", composite.etag()).statusCode()).isEqualTo(200);
    }

    @Test
    void answersHeadWithTheHeadersOfTheWhole() throws Exception {
        var head = HTTP.send(
                request("video", "Range", "bytes=0-9")
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofByteArray());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo("" + bytes.length);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void servesAnEmptyFile() throws Exception {
        SHELF.put("empty", Composite.of(blob(new byte[0])));

        assertThat(get("empty").statusCode()).isEqualTo(200);
        assertThat(get("empty").body()).isEmpty();
        assertThat(get("empty", "Range", "bytes=0-").statusCode()).isEqualTo(416);
    }

    @Test
    void countsBeyondFourGibibytes() throws Exception {
        var length = (5L << 30) + 11;
        var big = new Blob(BlobId.random(), length, "0".repeat(64));
        sparseFile(big, length, "the last bytes");
        SHELF.put("big", new Composite(List.of(new Piece(big.id(), 0, length), new Piece(big.id(), length - 4, 4))));

        var tail = get("big", "Range", "bytes=%d-%d".formatted(length - 14, length + 3));
        assertThat(tail.statusCode()).isEqualTo(206);
        assertThat(new String(tail.body(), US_ASCII)).isEqualTo("the last bytesytes");
        assertThat(header(tail, "Content-Range"))
                .isEqualTo("bytes %d-%d/%d".formatted(length - 14, length + 3, length + 4));
        var head = HTTP.send(
                request("big")
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.discarding());
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(length + 4);
        store.delete(big.id());
    }

    @Test
    void namesADownloadSafely() throws Exception {
        var answer = HTTP.send(
                HttpRequest.newBuilder(at(
                                "/test-shelf/video?save=..%2F%D0%9F%D0%BB%D0%B0%D0%BD%0D%0A%22x%22%20%E2%80%AE1.mp4"))
                        .build(),
                BodyHandlers.ofByteArray());

        assertThat(header(answer, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"______x_ 1.mp4\";"
                        + " filename*=UTF-8''_%D0%9F%D0%BB%D0%B0%D0%BD_x_%201.mp4");
    }

    private void sparseFile(Blob blob, long length, String ending) throws IOException {
        try (var writer = store.write(blob.id())) {
            writer.seal();
        }
        try (var file = FileChannel.open(store.localFile(blob.id()), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(ending.getBytes(US_ASCII)), length - ending.length());
        }
    }

    private Blob blob(byte[] content) throws IOException {
        try (var writer = store.write(BlobId.random())) {
            writer.write(ByteBuffer.wrap(content));
            var blob = writer.seal();
            blobs.record(blob);
            return blob;
        }
    }

    private HttpResponse<byte[]> get(String name, String... headers) throws Exception {
        return HTTP.send(request(name, headers).build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String name, String... headers) {
        var request = HttpRequest.newBuilder(at("/test-shelf/" + name));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
