package perennial.library;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import perennial.PortalTest;
import perennial.people.Person;
import perennial.people.Role;
import perennial.storage.Blob;
import perennial.storage.BlobId;
import perennial.storage.Composite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Small pictures for the progress bar: made once somebody asks, and for those who may see the video. */
@Import({LibraryFixture.class, DemoMedia.class, SideDoor.class})
class StoryboardTest extends PortalTest {
    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private DemoMedia media;

    @Autowired
    private LibraryBlobUse use;

    @Autowired
    private Library library;

    @Autowired
    private PosterSources sources;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void makesThePicturesOfAVideoWhenTheyAreAskedFor() throws Exception {
        var author = fixture.person(Role.CONTRIBUTOR);
        var id = media.meeting(author, "Storyboard " + UUID.randomUUID(), Wish.DRAFT);

        assertThat(board(id, author).at("/sheets")).isEmpty();
        await().atMost(60, SECONDS).until(() -> !board(id, author).at("/sheets").isEmpty());
        var board = board(id, author);

        assertThat(board.at("/sheets")).hasSize(1);
        assertThat(board.at("/sheets/0/pictures").asInt()).isEqualTo(30);
        assertThat(board.at("/sheets/0/between").asDouble()).isEqualTo(2);
        var picture = board.at("/sheets/0/url").asString();
        var sheet = ImageIO.read(new ByteArrayInputStream(
                get(picture, author, BodyHandlers.ofByteArray()).body()));
        assertThat(List.of(sheet.getWidth(), sheet.getHeight())).containsExactly(1600, 270);
        var stranger = fixture.person(Role.CONTRIBUTOR);
        for (var route : List.of("/media/" + id + "/storyboard", picture)) {
            assertThat(get(route, stranger, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(404);
            assertThat(get(route, null, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
        }
        var blob = new BlobId(jdbc.sql("select blob from storyboard_sheet where media = ?")
                .params(id.value())
                .query(UUID.class)
                .single());
        assertThat(use.used(Set.of(blob))).containsExactly(blob);
    }

    /** Chapters are what people make of them. */
    @Test
    void takesPicturesWhereTheSegmentsLieWhateverTheChaptersSay() {
        var first = fixture.blob("first " + UUID.randomUUID());
        var second = fixture.blob("second " + UUID.randomUUID());
        var pieces = Stream.of(first, second)
                .flatMap(blob -> Composite.of(blob).pieces().stream())
                .toList();
        var began = Instant.parse("2026-02-27T13:00:00Z");
        var id = library.add(new NewMedia(
                "zoom:account/" + UUID.randomUUID(),
                "Two parts",
                fixture.person(Role.CONTRIBUTOR).id(),
                began,
                Wish.DRAFT,
                new Content(
                        Duration.ofSeconds(90),
                        List.of(new StreamPart("gallery_view", new Composite(pieces), 1280, 720, false)),
                        List.of(part(first, 0), part(second, 1)),
                        List.of(),
                        List.of(
                                new ChapterMark(Duration.ZERO, "Hello"),
                                new ChapterMark(Duration.ofSeconds(7), "Budget"),
                                new ChapterMark(Duration.ofSeconds(70), "Questions")),
                        List.of(),
                        List.of(
                                new SegmentPlace(began, Duration.ZERO),
                                new SegmentPlace(began.plusSeconds(60), Duration.ofMillis(40_500))))));

        assertThat(sources.stretches(id, 1))
                .containsExactly(
                        new PosterSources.Stretch(first.id(), Duration.ZERO, Duration.ofMillis(40_500)),
                        new PosterSources.Stretch(second.id(), Duration.ofMillis(40_500), Duration.ofMillis(49_500)));
    }

    private static OriginalFile part(Blob blob, int segment) {
        return new OriginalFile(
                "part " + segment, "MP4", "gallery_view", blob.id(), blob.size(), blob.sha256(), segment);
    }

    @Test
    void asksOnlyOnceWhereThereIsNothingToLookAt() throws Exception {
        var author = fixture.person(Role.CONTRIBUTOR);
        var id = media.soundOnly(author, "Sound " + UUID.randomUUID());

        assertThat(board(id, author).at("/sheets")).isEmpty();
        await().atMost(60, SECONDS)
                .until(() -> jdbc.sql("select version = 1 from storyboard where id = ?")
                        .params(id.value())
                        .query(Boolean.class)
                        .single());
        assertThat(board(id, author).at("/sheets")).isEmpty();
        assertThat(jdbc.sql("select wanted from storyboard where id = ?")
                        .params(id.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private JsonNode board(MediaId id, Person person) throws Exception {
        return JsonMapper.shared()
                .readTree(get("/media/" + id + "/storyboard", person, BodyHandlers.ofString())
                        .body());
    }

    private <T> HttpResponse<T> get(String path, @Nullable Person person, HttpResponse.BodyHandler<T> body)
            throws Exception {
        var request = HttpRequest.newBuilder(at(path));
        if (person != null) request.header("Authorization", "Bearer " + fixture.token(person));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), body);
        }
    }
}
