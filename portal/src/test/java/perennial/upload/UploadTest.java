package perennial.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import perennial.PortalTest;
import perennial.library.LibraryFixture;
import perennial.people.Person;
import perennial.people.Role;
import perennial.settings.UploadLimit;
import perennial.video.OddClips;
import perennial.video.TestClips;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Uploads (P8) by the tus protocol over HTTP, with real files; rights first. */
@Import(LibraryFixture.class)
class UploadTest extends PortalTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String UPLOADS = "/api/v1/uploads";
    private static final long LIMIT = 50_000_000_000L;

    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private UploadLimit limit;

    @Autowired
    private OpenWriters writers;

    @Autowired
    private JsonMapper json;

    private Person author;

    @AfterAll
    static void close() {
        HTTP.close();
    }

    @BeforeEach
    void somebody() {
        author = fixture.person(Role.CONTRIBUTOR);
    }

    @Test
    void takesUploadsOfContributorsOnlyAndShowsNobodyThoseOfOthers() throws Exception {
        var mine = begin(author, 10, "mine.mp4");
        var moderator = fixture.person(Role.MODERATOR);

        assertThat(create(fixture.person(Role.VIEWER), "10", "x.mp4").statusCode())
                .isEqualTo(403);
        assertThat(send(request(null, UPLOADS).method("POST", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(401);
        for (var method : List.of("HEAD", "GET", "DELETE")) {
            assertThat(send(request(moderator, mine).method(method, BodyPublishers.noBody()))
                            .statusCode())
                    .as(method)
                    .isEqualTo(404);
        }
        assertThat(patch(moderator, mine, 0, new byte[10]).statusCode()).isEqualTo(404);
        assertThat(read(get(moderator, UPLOADS)).get("items")).isEmpty();
        assertThat(offset(author, mine)).isZero();
    }

    @Test
    void goesOnWhereItWasCutOffAlsoAfterARestartAndMakesADraft() throws Exception {
        var bytes = Files.readAllBytes(TestClips.video(3, 1));
        var upload = begin(author, bytes.length, "Ward round <1>.mp4");
        var half = bytes.length / 2;

        assertThat(patch(author, upload, 0, Arrays.copyOf(bytes, half)).statusCode())
                .isEqualTo(204);
        assertThat(patch(author, upload, half - 1, new byte[5]).statusCode()).isEqualTo(409);
        writers.destroy(); // as a restart: nothing is remembered but what lies on the disk
        assertThat(offset(author, upload)).isEqualTo(half);
        var last = patch(author, upload, half, Arrays.copyOfRange(bytes, half, bytes.length));

        assertThat(last.headers().firstValue("Upload-Offset")).contains(String.valueOf(bytes.length));
        var video = video(author, upload);
        assertThat(video.get("status").asString()).isEqualTo("draft");
        assertThat(video.get("title").asString()).isEqualTo("Ward round <1>");
        assertThat(video.at("/author/email").asString()).isEqualTo(author.email());
        assertThat(video.at("/files/0/name").asString()).isEqualTo("Ward round <1>.mp4");
        assertThat(video.at("/files/0/sha256").asString()).isEqualTo(sha256(bytes));
        assertThat(bytes(author, video.at("/views/0/url").asString())).isEqualTo(bytes);
        assertThat(get(
                                fixture.person(Role.CONTRIBUTOR),
                                "/api/v1/media/" + video.get("id").asString())
                        .statusCode())
                .isEqualTo(404);
        assertThat(offset(author, upload)).isEqualTo(bytes.length);
    }

    @Test
    void makesOddFilesPlayableAndKeepsTheOriginal() throws Exception {
        var file = OddClips.webm();
        var upload = whole(author, file, "clip.webm");

        var video = video(author, upload);
        var view = bytes(author, video.at("/views/0/url").asString());

        assertThat(new String(view, 4, 4, UTF_8)).isEqualTo("ftyp");
        assertThat(bytes(author, video.at("/files/0/url").asString())).isEqualTo(Files.readAllBytes(file));
        assertThat(video.get("duration").asDouble()).isBetween(2.8, 3.2);
    }

    @Test
    void refusesWhatIsNoMediaInASentenceAndKeepsNothing() throws Exception {
        var page = Files.writeString(Files.createTempFile("page-", ".mp4"), "<!doctype html><p>Sign in, please</p>");
        try {
            var upload = whole(author, page, "page.mp4");

            var refused = settled(author, upload);

            assertThat(refused.get("state").asString()).isEqualTo("refused");
            assertThat(refused.get("reason").asString()).startsWith("This is neither video nor audio");
            assertThat(refused.get("mediaId").isNull()).isTrue();
            assertThat(read(get(author, "/api/v1/media?status=draft")).get("items"))
                    .isEmpty();
        } finally {
            Files.delete(page);
        }
    }

    @Test
    void takesOnlyFilesWithinTheLimitAndNoByteBeyondTheirEnd() throws Exception {
        limit.change(1_000_000, "test");
        try {
            assertThat(create(author, "1000001", "large.mp4").body())
                    .contains("file-too-large")
                    .contains("1.00 MB");
            assertThat(create(author, "0", "empty.mp4").statusCode()).isEqualTo(400);
            assertThat(create(author, "-1", "odd.mp4").statusCode()).isEqualTo(400);
            assertThat(send(request(author, UPLOADS).method("OPTIONS", BodyPublishers.noBody()))
                            .headers()
                            .firstValue("Tus-Max-Size"))
                    .contains("1000000");
        } finally {
            limit.change(LIMIT, "test");
        }
        var upload = begin(author, 10, "short.mp4");

        assertThat(patch(author, upload, 0, new byte[11]).statusCode()).isEqualTo(413);
        assertThat(offset(author, upload)).isZero();
    }

    @Test
    void letsAPieceInOnlyIfItIsWhatItsChecksumSays() throws Exception {
        var upload = begin(author, 100, "checked.mp4");
        var piece = "twenty bytes of it ..".substring(0, 20).getBytes(UTF_8);
        var right = "sha1 "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-1").digest(piece));

        var wrong = patch(author, upload, 0, "twenty bytes of IT .".getBytes(UTF_8), Map.of("Upload-Checksum", right));
        var unknown = patch(author, upload, 0, piece, Map.of("Upload-Checksum", "crc99 AAAA"));
        assertThat(offset(author, upload)).isZero();
        var taken = patch(author, upload, 0, piece, Map.of("Upload-Checksum", right));

        assertThat(wrong.statusCode()).isEqualTo(460);
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(taken.statusCode()).isEqualTo(204);
        assertThat(offset(author, upload)).isEqualTo(20);
    }

    @Test
    void forgetsWhatIsTerminatedAndSpeaksOneVersionOnly() throws Exception {
        var upload = begin(author, 100, "gone.mp4");
        patch(author, upload, 0, new byte[50]);

        var old = HttpRequest.newBuilder(at(upload))
                .header("Authorization", "Bearer " + fixture.token(author))
                .header("Tus-Resumable", "0.2.2")
                .method("DELETE", BodyPublishers.noBody());
        assertThat(send(old).statusCode()).isEqualTo(412);
        assertThat(send(request(author, upload).DELETE()).statusCode()).isEqualTo(204);

        assertThat(send(request(author, upload).method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(patch(author, upload, 50, new byte[50]).statusCode()).isEqualTo(404);
    }

    private String whole(Person owner, Path file, String name) throws Exception {
        var bytes = Files.readAllBytes(file);
        var upload = begin(owner, bytes.length, name);
        assertThat(patch(owner, upload, 0, bytes).statusCode()).isEqualTo(204);
        return upload;
    }

    private JsonNode video(Person owner, String upload) throws Exception {
        var done = settled(owner, upload);
        assertThat(done.get("state").asString()).as(done.toString()).isEqualTo("ready");
        return read(get(owner, "/api/v1/media/" + done.get("mediaId").asString()));
    }

    private JsonNode settled(Person owner, String upload) throws Exception {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> List.of("ready", "refused", "failed")
                        .contains(read(get(owner, upload)).get("state").asString()));
        return read(get(owner, upload));
    }

    private String begin(Person owner, long size, String name) throws Exception {
        var reply = create(owner, String.valueOf(size), name);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
        return reply.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> create(Person owner, String size, String name) throws Exception {
        return send(request(owner, UPLOADS)
                .header("Upload-Length", size)
                .header("Upload-Metadata", "filename " + Base64.getEncoder().encodeToString(name.getBytes(UTF_8)))
                .POST(BodyPublishers.noBody()));
    }

    private HttpResponse<String> patch(Person owner, String upload, long offset, byte[] piece) throws Exception {
        return patch(owner, upload, offset, piece, Map.of());
    }

    private HttpResponse<String> patch(
            Person owner, String upload, long offset, byte[] piece, Map<String, String> headers) throws Exception {
        var request = request(owner, upload)
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", String.valueOf(offset))
                .method("PATCH", BodyPublishers.ofByteArray(piece));
        headers.forEach(request::header);
        return send(request);
    }

    private long offset(Person owner, String upload) throws Exception {
        var reply = send(request(owner, upload).method("HEAD", BodyPublishers.noBody()));
        assertThat(reply.statusCode()).isEqualTo(200);
        return reply.headers().firstValueAsLong("Upload-Offset").orElseThrow();
    }

    private HttpResponse<String> get(Person person, String path) throws Exception {
        return send(request(person, path));
    }

    private byte[] bytes(Person person, String path) throws Exception {
        return HTTP.send(request(person, path).build(), BodyHandlers.ofByteArray())
                .body();
    }

    private HttpRequest.Builder request(@Nullable Person person, String path) {
        var request = HttpRequest.newBuilder(at(path)).header("Tus-Resumable", "1.0.0");
        if (person != null) request.header("Authorization", "Bearer " + fixture.token(person));
        return request;
    }

    private JsonNode read(HttpResponse<String> reply) {
        return json.readTree(reply.body());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
