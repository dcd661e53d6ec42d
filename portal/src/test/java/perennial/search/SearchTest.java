package perennial.search;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import perennial.PortalTest;
import perennial.library.Access;
import perennial.library.ChatLine;
import perennial.library.Content;
import perennial.library.Library;
import perennial.library.LibraryFixture;
import perennial.library.MediaChanges;
import perennial.library.MediaFilter;
import perennial.library.MediaId;
import perennial.library.MediaStatus;
import perennial.library.NewMedia;
import perennial.library.Track;
import perennial.library.VisibleMedia;
import perennial.library.Wish;
import perennial.people.Person;
import perennial.people.PersonId;
import perennial.people.Role;
import perennial.video.Cue;

/** What is found, by whom, and that it stays in step with the library. */
@Import(LibraryFixture.class)
class SearchTest extends PortalTest {
    private static final String SOURCE = "search:";

    @Autowired
    private Search search;

    @Autowired
    private Indexing indexing;

    @Autowired
    private Library library;

    @Autowired
    private MediaChanges changes;

    @Autowired
    private VisibleMedia visible;

    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private JdbcClient jdbc;

    private Person author;
    private Person viewer;

    @BeforeEach
    void people() {
        author = fixture.person(Role.CONTRIBUTOR);
        viewer = fixture.person(Role.VIEWER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "nothing",
            value = {
                "okapi budget        | Okapi budget review, Ward rounds",
                "okapis HIRING       | Okapi budget review",
                "\"three bets\" okapi | Rows",
                "three bets okapi    | Rows, Scattered",
                "okapi bets -made    | Scattered",
                "okapi bets -makes   | Rows, Scattered",
                "okapi bud*          | Okapi budget review, Ward rounds",
                "okap                | nothing",
                "grosse okapi        | Größe der Tiere",
                "okapi GRÖSSE        | Größe der Tiere",
                "uberprufung okapi   | Größe der Tiere",
                "okapi Zuhörerin     | Ward rounds",
                "okapi 予算          | 来年の計画",
                "okapi 予算会議      | 来年の計画",
                "okapi 議予          | nothing",
                "okapi 計            | 来年の計画",
                "the okapi budget    | Okapi budget review, Ward rounds",
                "okapi e-mail        | Scattered",
                "okapi C++ & (bets)! | nothing",
            })
    void findsByWordsRowsBeginningsSignsAndScripts(String query, @Nullable String titles) {
        zoo();

        var found = search.published(query, viewer.id(), MediaFilter.ALL, false, "", 20);

        var fits = found.alike() ? List.<String>of() : titles(found);
        assertThat(fits).containsExactlyInAnyOrder(titles == null ? new String[0] : titles.split(", ", -1));
        assertThat(found.total()).isEqualTo(found.hits().size());
    }

    @Test
    void putsWhatIsCalledSoBeforeWhereItIsSaid() {
        zoo();

        assertThat(titles(search.published("okapi budget", viewer.id(), MediaFilter.ALL, false, "", 20)))
                .startsWith("Okapi budget review");
    }

    @Test
    void showsThePlacesToTheSecondWithTheWordsMarked() {
        zoo();

        var hit = search.published("okapi budgets", viewer.id(), MediaFilter.ALL, false, "", 20).hits().stream()
                .filter(one -> one.media().title().equals("Ward rounds"))
                .findFirst()
                .orElseThrow();

        assertThat(hit.passages()).hasSize(3);
        assertThat(hit.further()).isEqualTo(1);
        var place = hit.passages().stream()
                .filter(one -> one.text().plain().startsWith("A budget"))
                .findFirst()
                .orElseThrow();
        assertThat(place.at()).isEqualTo(Duration.ofSeconds(20));
        assertThat(place.from()).isEqualTo("Zuhörerin");
        assertThat(place.text().pieces().stream().filter(Marked.Piece::mark).map(Marked.Piece::text))
                .containsExactly("budget", "okapi");
    }

    @Test
    void takesTheLastWordForABeginningWhileItIsTyped() {
        zoo();

        assertThat(titles(search.typing("ward rou", viewer.id(), 6))).contains("Ward rounds");
        assertThat(search.typing("", viewer.id(), 6).hits()).isEmpty();
    }

    @Test
    void findsWhatIsSpeltAlikeWhereNothingFits() {
        zoo();

        var found = search.published("okapi hirring bugdet", viewer.id(), MediaFilter.ALL, false, "", 20);

        assertThat(found.alike()).isTrue();
        assertThat(titles(found)).containsExactly("Okapi budget review");
    }

    @Test
    void neitherShowsNorCountsNorCorrectsToWhatOneMayNotSee() {
        var word = word();
        var ids = new ArrayList<MediaId>();
        for (var access : Access.values()) {
            var id = add(author, Wish.PUBLISHED, access + " " + word, "We talk of " + word);
            jdbc.sql("update media set access = ? where id = ?")
                    .params(access.name(), id.value())
                    .update();
            ids.add(id);
        }
        ids.add(add(author, Wish.DRAFT, "Draft " + word, word));
        for (var status : List.of("IN_REVIEW", "REJECTED", "PROCESSING")) {
            var id = add(author, Wish.PUBLISHED, status + " " + word, word);
            jdbc.sql("update media set status = ? where id = ?")
                    .params(status, id.value())
                    .update();
            ids.add(id);
        }
        var deleted = add(author, Wish.PUBLISHED, "Deleted " + word, word);
        changes.bin(deleted, author);
        ids.add(deleted);
        jdbc.sql(
                        "insert into media_grant (media, person) select id, ? from media where access = 'CHOSEN' and id = any (?)")
                .params(viewer.id().value(), ids.stream().map(MediaId::value).toArray(UUID[]::new))
                .update();

        var people = Stream.concat(
                Stream.of(author, viewer), Stream.of(Role.values()).map(fixture::person));
        for (var person : Stream.concat(Stream.<@Nullable Person>of((Person) null), people)
                .toList()) {
            var who = person == null ? null : person.id();
            var may = ids.stream().filter(id -> published(id, who)).toList();
            var mayAtAll = ids.stream()
                    .filter(id -> visible.find(id, who)
                            .filter(item -> item.status() != MediaStatus.DELETED)
                            .isPresent())
                    .toList();

            for (var byDate : List.of(true, false)) {
                var found = search.published(word, who, MediaFilter.ALL, byDate, "", 50);
                assertThat(found.hits()).extracting(hit -> hit.media().id()).containsExactlyInAnyOrderElementsOf(may);
                assertThat(found.total()).isEqualTo(may.size());
            }
            assertThat(search.typing(word.substring(0, 9), who, 50).hits())
                    .extracting(hit -> hit.media().id())
                    .containsExactlyInAnyOrderElementsOf(may);
            assertThat(search.published(slip(word), who, MediaFilter.ALL, false, "", 50)
                            .hits())
                    .hasSize(may.size());
            assertThat(search.find(word, who, null, MediaFilter.ALL, "", 50).hits())
                    .extracting(hit -> hit.media().id())
                    .containsExactlyInAnyOrderElementsOf(mayAtAll);
        }
        assertThat(search.published(word, null, MediaFilter.ALL, false, "", 50).total())
                .isEqualTo(1);
    }

    @Test
    void tellsNothingOfAWordThatIsOnlyWhereOneMayNotLook() {
        var word = word();
        add(author, Wish.DRAFT, "Draft", "We talk of " + word);

        var found = search.published(slip(word), viewer.id(), MediaFilter.ALL, false, "", 20);

        assertThat(found).isEqualTo(Findings.NONE);
    }

    @Test
    void staysInStepWhenAnItemIsRenamedReplacedDeletedAndGone() {
        var before = word();
        var after = word();
        var id = add(author, Wish.PUBLISHED, "Named " + before, "said " + before);

        fixture.describe(id, author, "Named " + after, "Described " + after);
        assertThat(hits(after)).as("at once").containsExactly(id);
        indexed(id);
        assertThat(search.published(before, viewer.id(), MediaFilter.ALL, false, "", 9)
                        .hits())
                .as("only what is said")
                .allSatisfy(hit -> assertThat(hit.title().any()).isFalse());

        fixture.bring(id, content(List.of("said " + after)));
        indexed(id);
        assertThat(hits(before)).isEmpty();
        assertThat(hits(after)).containsExactly(id);

        changes.bin(id, author);
        assertThat(hits(after)).isEmpty();
        changes.restore(id, author);
        assertThat(hits(after)).containsExactly(id);

        jdbc.sql("delete from media where id = ?").params(id.value()).update();
        assertThat(hits(after)).isEmpty();
        assertThat(jdbc.sql("select count(*) from search_line where media = ?")
                        .params(id.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void takesNothingUpFromAChangeThatIsTakenBack() {
        var id = add(author, Wish.PUBLISHED, "Kept", "x");

        assertThatThrownBy(() -> fixture.describe(id, author, "", ""));

        assertThat(jdbc.sql("select wanted = served from search_document where id = ?")
                        .params(id.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void catchesUpWithWhatTheIndexLost() {
        var word = word();
        var lost = add(author, Wish.PUBLISHED, "Lost " + word, word);
        var stale = add(author, Wish.PUBLISHED, "Stale", word);
        jdbc.sql("delete from search_document where id = ?")
                .params(lost.value())
                .update();
        jdbc.sql("update media set title = ? where id = ?")
                .params("Fresh " + word, stale.value())
                .update();

        indexing.survey();
        indexed(lost);
        indexed(stale);

        assertThat(search.published(word, viewer.id(), MediaFilter.ALL, false, "", 9)
                        .hits())
                .hasSize(2)
                .allSatisfy(hit -> assertThat(hit.title().any()).isTrue());
    }

    @Test
    void goesThroughWhatWasFoundPageByPageWithoutAGap() {
        var word = word();
        for (var i = 0; i < 5; i++) add(author, Wish.PUBLISHED, "Page " + word, word);

        for (var byDate : List.of(true, false)) {
            var seen = new ArrayList<MediaId>();
            for (var after = ""; after != null; ) {
                var page = search.published(word, viewer.id(), MediaFilter.ALL, byDate, after, 2);
                assertThat(page.total()).isEqualTo(5);
                page.hits().forEach(hit -> seen.add(hit.media().id()));
                after = page.next();
            }
            assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        }
        assertThatThrownBy(() -> search.published(word, viewer.id(), MediaFilter.ALL, false, "nonsense", 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsRowsApartInWhatIsTooLongForPlaces() {
        var word = word();
        var lines = new ArrayList<String>();
        for (var i = 0; i < 1_700; i++) lines.add("one two three four five six seven eight nine ten");
        lines.add(word + " comes first");
        add(author, Wish.PUBLISHED, "Long", lines);

        assertThat(hits("\"" + word + " comes\"")).hasSize(1);
        assertThat(hits("\"comes " + word + "\"")).isEmpty();
    }

    private boolean published(MediaId id, @Nullable PersonId who) {
        return visible.find(id, who)
                .filter(item -> item.status() == MediaStatus.PUBLISHED)
                .isPresent();
    }

    private List<MediaId> hits(String query) {
        return search.published(query, viewer.id(), MediaFilter.ALL, false, "", 20).hits().stream()
                .map(hit -> hit.media().id())
                .toList();
    }

    private static List<String> titles(Findings found) {
        return found.hits().stream().map(hit -> hit.media().title()).toList();
    }

    /** A few items that all have to do with okapis, made once for all tests. */
    private void zoo() {
        if (library.bySource(SOURCE + "Okapi budget review").isPresent()) return;
        add(author, Wish.PUBLISHED, "Okapi budget review", "The hiring plan slipped");
        add(
                author,
                Wish.PUBLISHED,
                "Ward rounds",
                "We met the okapi keepers",
                "Zuhörerin: A budget for the okapi pens",
                "Budgets, budgets",
                "okapis again");
        add(author, Wish.PUBLISHED, "Rows", "okapi: the three bets we made");
        add(author, Wish.PUBLISHED, "Scattered", "bets on the okapi, by e-mail", "three of them");
        add(author, Wish.PUBLISHED, "Größe der Tiere", "Okapi, Überprüfung der Sitzungen");
        add(author, Wish.PUBLISHED, "来年の計画", "okapi 予算会議について");
    }

    private MediaId add(Person author, Wish wish, String title, String... lines) {
        return add(author, wish, title, List.of(lines));
    }

    private MediaId add(Person author, Wish wish, String title, List<String> lines) {
        var source = title.contains(" ") && title.contains("Okapi") ? SOURCE + title : SOURCE + UUID.randomUUID();
        var id = library.add(new NewMedia(source, title, author.id(), LibraryFixture.RECORDED, wish, content(lines)));
        indexed(id);
        return id;
    }

    private Content content(List<String> lines) {
        var model = fixture.content("hello");
        var cues = new ArrayList<Cue>();
        for (var i = 0; i < lines.size(); i++) {
            var parts = lines.get(i).split(": ", 2);
            var start = Duration.ofSeconds(20L * i);
            cues.add(new Cue(start, start.plusSeconds(5), parts.length > 1 ? parts[0] : null, parts[parts.length - 1]));
        }
        return new Content(
                Duration.ofSeconds(90),
                model.streams(),
                model.originals(),
                List.of(new Track("en", "English", cues)),
                model.chapters(),
                List.of(new ChatLine(Duration.ofSeconds(1), "Tomas", "hello")));
    }

    private void indexed(MediaId id) {
        await().atMost(30, SECONDS)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> jdbc.sql("""
                                select d.version = m.version and d.served = d.wanted and d.heading_of <> ''
                                    and not exists (select 1 from scheduled_tasks where task_name = 'search.index'
                                        and task_instance = m.id::text)
                                from media m join search_document d on d.id = m.id where m.id = ?""")
                        .params(id.value())
                        .query(Boolean.class)
                        .optional()
                        .orElse(false));
    }

    /** Twelve letters that nobody has said before. */
    private static String word() {
        var letters = new StringBuilder("q");
        UUID.randomUUID()
                .toString()
                .chars()
                .filter(c -> c != '-')
                .limit(11)
                .forEach(c -> letters.append((char) ('a' + Character.digit(c, 16))));
        return letters.toString();
    }

    /** The word with one letter too many. */
    private static String slip(String word) {
        return word.substring(0, 5) + "z" + word.substring(5);
    }
}
