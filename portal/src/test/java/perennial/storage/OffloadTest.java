package perennial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import perennial.PortalTest;

/** With Debian's nginx in front, under the configuration of the manual. */
@Import({ByteServingTest.Shelf.class, ByteServingTest.Open.class})
@TestPropertySource(properties = "perennial.storage.accel=/_blobs")
class OffloadTest extends PortalTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final byte[] BYTES = BlobStoreContract.someBytes(300_000);

    @TempDir
    static Path folder;

    @Autowired
    Blobs blobs;

    @Autowired
    StorageProperties properties;

    private Nginx nginx;
    private Blob blob;

    @BeforeEach
    void start() throws Exception {
        assumeThat(Nginx.program())
                .as("nginx is installed (Debian: apt-get install nginx-light)")
                .isPresent();
        var file = Files.write(folder.resolve("bytes"), BYTES);
        blob = blobs.store(file);
        ByteServingTest.SHELF.put("single", Composite.of(blob));
        ByteServingTest.SHELF.put("pieces", new Composite(List.of(piece(0, 100_000), piece(100_000, 200_000))));
        ByteServingTest.SHELF.put("part", new Composite(List.of(piece(5, 1000))));
        nginx = Nginx.start(folder, at(""), properties.folder());
        await().ignoreExceptions().until(() -> get(nginx.at("/sign-in")).statusCode() == 200);
    }

    @AfterEach
    void stop() throws Exception {
        ByteServingTest.SHELF.clear();
        if (nginx != null) nginx.close();
    }

    @Test
    void nginxSendsAWholeBlobAndItsRanges() throws Exception {
        var whole = get(nginx.at("/test-shelf/single?save=name.mp4"));
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(BYTES);
        assertThat(whole.headers().firstValue("Content-Type")).hasValue("video/mp4");
        assertThat(whole.headers().firstValue("Content-Disposition").orElse("")).contains("name.mp4");
        assertThat(whole.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(whole.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(whole.headers().allValues("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(whole.headers().allValues("Content-Security-Policy")).hasSize(1);

        var tag = whole.headers().firstValue("ETag").orElseThrow();
        var range = get(nginx.at("/test-shelf/single"), "Range", "bytes=1000-1999", "If-Range", tag);
        assertThat(range.statusCode()).isEqualTo(206);
        assertThat(range.body()).isEqualTo(Arrays.copyOfRange(BYTES, 1000, 2000));
        assertThat(get(nginx.at("/test-shelf/single"), "Range", "bytes=1-2", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(nginx.at("/test-shelf/single"), "Range", "bytes=300000-").statusCode())
                .isEqualTo(416);
        assertThat(get(nginx.at("/test-shelf/single"), "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void thePortalSendsWhatIsMadeOfPieces() throws Exception {
        var range = get(nginx.at("/test-shelf/pieces"), "Range", "bytes=99990-100009");
        assertThat(range.statusCode()).isEqualTo(206);
        assertThat(range.body()).isEqualTo(Arrays.copyOfRange(BYTES, 99_990, 100_010));
        assertThat(get(nginx.at("/test-shelf/part")).body()).isEqualTo(Arrays.copyOfRange(BYTES, 5, 1005));
        assertThat(get(at("/test-shelf/pieces")).headers().firstValue(Offload.HEADER))
                .isEmpty();
        assertThat(get(at("/test-shelf/part")).headers().firstValue(Offload.HEADER))
                .isEmpty();
    }

    @Test
    void noClientSeesOrSetsTheInnerAddress() throws Exception {
        var inner = get(at("/test-shelf/single"))
                .headers()
                .firstValue(Offload.HEADER)
                .orElseThrow();
        assertThat(inner).matches("/_blobs/[0-9a-f]{2}/" + blob.id());

        assertThat(get(nginx.at("/test-shelf/single")).headers().firstValue(Offload.HEADER))
                .isEmpty();
        assertThat(get(nginx.at(inner)).statusCode()).isEqualTo(404);
        var page = get(nginx.at("/sign-in"), Offload.HEADER, inner, "X-Accel-Redirect", inner);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    }

    private Piece piece(long offset, long length) {
        return new Piece(blob.id(), offset, length);
    }

    private static HttpResponse<byte[]> get(URI address, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(address);
        if (headers.length > 0) request.headers(headers);
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }
}
