package perennial.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import perennial.people.ApiTokens;
import perennial.people.People;
import perennial.people.Person;
import perennial.people.PersonId;
import perennial.people.Role;
import perennial.storage.Blob;
import perennial.storage.Blobs;
import perennial.storage.Composite;
import perennial.video.Cue;

/** People and media for tests. Import it into a {@code PortalTest}. */
public class LibraryFixture {
    public static final Instant RECORDED = Instant.parse("2026-02-27T13:00:00Z");

    private final JdbcClient jdbc;
    private final People people;
    private final ApiTokens tokens;
    private final Blobs blobs;
    private final Library library;
    private final LateParts late;
    private final MediaEditing editing;

    LibraryFixture(
            JdbcClient jdbc,
            People people,
            ApiTokens tokens,
            Blobs blobs,
            Library library,
            LateParts late,
            MediaEditing editing) {
        this.jdbc = jdbc;
        this.people = people;
        this.tokens = tokens;
        this.blobs = blobs;
        this.library = library;
        this.late = late;
        this.editing = editing;
    }

    /** Somebody new. */
    public Person person(Role role) {
        var id = PersonId.random();
        var email = id + "@example.org";
        jdbc.sql("""
                        insert into person (id, email, email_key, name, role, status, created_at, created_by)
                        values (:id, :email, :email, :name, :role, 'ACTIVE', :now, 'test')""")
                .param("id", id.value())
                .param("email", email)
                .param("name", "Mara " + role.label())
                .param("role", role.name())
                .param("now", OffsetDateTime.now(ZoneOffset.UTC))
                .update();
        return people.byId(id).orElseThrow();
    }

    /** A token that may do all that {@code person} may. */
    public String token(Person person) {
        return tokens.make(person, person.id(), "test", ApiTokens.SCOPES, null).token();
    }

    /** Stores a text as if it were a file. */
    public Blob blob(String text) {
        try {
            var file = Files.createTempFile("blob-", ".bin");
            try {
                return blobs.store(Files.writeString(file, text, UTF_8));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Content of one view, one original, captions, two parts and a message; {@code words} are said in it. */
    public Content content(String words) {
        return content(words, words);
    }

    /** The same with files of {@code look}, in which {@code words} are said. */
    public Content content(String look, String words) {
        var video = blob("video " + look);
        var original = blob("original " + look);
        return new Content(
                Duration.ofSeconds(90),
                List.of(new StreamPart("shared_screen_with_speaker_view(CC)", Composite.of(video), 1280, 720, false)),
                List.of(new OriginalFile(
                        "a/../b \"c\".mp4",
                        "MP4",
                        "active_speaker",
                        original.id(),
                        original.size(),
                        original.sha256(),
                        0)),
                List.of(new Track(
                        "en",
                        "English",
                        List.of(new Cue(Duration.ofSeconds(1), Duration.ofSeconds(4), "Mara <Host>", words)))),
                List.of(
                        new ChapterMark(Duration.ZERO, "Part 1"),
                        new ChapterMark(Duration.ofMillis(40_500), "<b>Part</b> 2")),
                List.of(new ChatLine(Duration.ofMillis(2_250), "Tomas", "hello & <i>welcome</i>")));
    }

    /** An item that nobody has added before. */
    public NewMedia item(Person author, Wish wish, String title) {
        return new NewMedia("zoom:account/" + UUID.randomUUID(), title, author.id(), RECORDED, wish, content("hello"));
    }

    /** Adds such an item. */
    public MediaId add(Person author, Wish wish, String title) {
        return library.add(item(author, wish, title));
    }

    /** Adds such an item of another day, so that it comes before or after all others. */
    public MediaId add(Person author, Wish wish, String title, Instant recorded) {
        var item = item(author, wish, title);
        return library.add(new NewMedia(item.source(), title, author.id(), recorded, wish, item.content()));
    }

    /** Shows {@code content}, as an import does that finds nothing late. */
    public void bring(MediaId id, Content content) {
        bring(id, content, content);
    }

    /** Brings {@code all} of an item, of which {@code approved} is not late, as an import does. */
    public void bring(MediaId id, Content approved, Content all) {
        late.bring(id, approved, all, late.seen(id));
    }

    /** Gives an item other words, as the page of its settings does, and leaves all else as it is. */
    public void describe(MediaId id, Person by, String title, String description) {
        var now = editing.of(library.find(id).orElseThrow());
        editing.save(
                id,
                by,
                new MediaSettings(
                        title,
                        description,
                        now.author(),
                        now.recordedAt(),
                        now.category(),
                        now.tags(),
                        now.access(),
                        now.grants(),
                        now.availableFrom(),
                        now.availableUntil(),
                        now.allowed()));
    }
}
