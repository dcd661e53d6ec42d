package perennial.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import perennial.PortalTest;
import perennial.library.Content;
import perennial.library.Library;
import perennial.library.LibraryFixture;
import perennial.library.NewMedia;
import perennial.library.OriginalFile;
import perennial.library.StreamPart;
import perennial.library.Wish;
import perennial.people.Role;
import perennial.storage.BlobStore;
import perennial.storage.Composite;

@Import(LibraryFixture.class)
class SummaryTextsTest extends PortalTest {
    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private Library library;

    @Autowired
    private BlobStore store;

    @Autowired
    private SummaryTexts texts;

    /** The page of a video is worth showing without it. */
    @Test
    void isNoneWhileItCannotBeRead() throws Exception {
        var author = fixture.person(Role.CONTRIBUTOR);
        var video = fixture.blob("video " + UUID.randomUUID());
        var summary = fixture.blob("{\"overall_summary\": \"Short. " + UUID.randomUUID() + "\"}");
        var id = library.add(new NewMedia(
                "zoom:account/" + UUID.randomUUID(),
                "Summed up",
                author.id(),
                Instant.parse("2026-02-27T13:00:00Z"),
                Wish.DRAFT,
                new Content(
                        Duration.ofSeconds(90),
                        List.of(new StreamPart("gallery_view", Composite.of(video), 1280, 720, false)),
                        List.of(new OriginalFile(
                                "summary.json",
                                "SUMMARY",
                                "summary",
                                summary.id(),
                                summary.size(),
                                summary.sha256(),
                                0)),
                        List.of(),
                        List.of(),
                        List.of())));
        assertThat(texts.of(id, author.id()).overview()).startsWith("Short.");

        store.delete(summary.id());

        assertThat(texts.of(id, author.id())).isEqualTo(Summary.NONE);
    }
}
