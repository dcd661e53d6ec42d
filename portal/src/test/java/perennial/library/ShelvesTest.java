package perennial.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import perennial.PortalTest;
import perennial.people.Person;
import perennial.people.PersonId;
import perennial.people.Role;

/** What the library lists and counts, for whom, in which order. */
@Import(LibraryFixture.class)
class ShelvesTest extends PortalTest {
    @Autowired
    private Shelves shelves;

    @Autowired
    private Labels labels;

    @Autowired
    private Categories categories;

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

    @Test
    void neitherListsNorCountsNorNamesWhatOneMayNotSee() {
        var ids = new ArrayList<MediaId>();
        for (var access : Access.values()) ids.add(set(add("For " + access), "access", access.name()));
        for (var status : List.of("DRAFT", "IN_REVIEW", "REJECTED", "PROCESSING")) {
            ids.add(set(add("Still " + status), "status", status));
        }
        jdbc.sql(
                        "insert into media_grant (media, person) select id, ? from media where author = ? and access = 'CHOSEN'")
                .params(viewer.id().value(), author.id().value())
                .update();

        var people = Stream.concat(
                Stream.of(author, viewer), Stream.of(Role.values()).map(fixture::person));
        for (var person : Stream.concat(Stream.<@Nullable Person>of((Person) null), people)
                .toList()) {
            var who = person == null ? null : person.id();
            var may = ids.stream()
                    .filter(id -> visible.find(id, who)
                            .filter(item -> item.status() == MediaStatus.PUBLISHED)
                            .isPresent())
                    .toList();
            var page = shelves.page(who, theirs(), MediaOrder.NEWEST, ShelfCursor.START, 50);

            assertThat(page.items()).extracting(Media::id).containsExactlyInAnyOrderElementsOf(may);
            assertThat(shelves.counts(who, theirs(), MediaOrder.NEWEST).total()).isEqualTo(may.size());
        }
    }

    @Test
    void namesNobodyWhoHasNothingToShow() {
        set(add("Secret"), "access", "AUTHOR");

        assertThat(shelves.counts(viewer.id(), MediaFilter.ALL, MediaOrder.NEWEST)
                        .hosts())
                .extracting(Shelves.Host::id)
                .doesNotContain(author.id());
        assertThat(shelves.counts(viewer.id(), theirs(), MediaOrder.NEWEST).total())
                .isZero();
    }

    @Test
    void countsForEachHostWhatIsShownOfThem() {
        add("One");
        add("Two");

        var counts = shelves.counts(viewer.id(), theirs(), MediaOrder.NEWEST);

        assertThat(counts.total()).isEqualTo(2);
        assertThat(counts.hosts().getFirst()).isEqualTo(new Shelves.Host(author.id(), author.name(), 2));
    }

    @ParameterizedTest
    @EnumSource
    void goesThroughEachOrderPageByPageWithoutAGap(MediaOrder order) {
        var ids = new ArrayList<MediaId>();
        for (var i = 0; i < 5; i++) {
            var id = add("Title " + (char) ('a' + i));
            jdbc.sql(
                            "update media set length_ms = ?, recorded_at = recorded_at - make_interval(days => ?) where id = ?")
                    .params(1000L * (5 - i / 2), i, id.value())
                    .update();
            jdbc.sql("insert into view_count (media, views) values (?, ?)")
                    .params(id.value(), 10 - i)
                    .update();
            ids.add(id);
        }

        var seen = new ArrayList<MediaId>();
        for (@Nullable ShelfCursor after = ShelfCursor.START; after != null; ) {
            var page = shelves.page(viewer.id(), theirs(), order, ShelfCursor.of(order, text(after)), 2);
            page.items().forEach(item -> seen.add(item.id()));
            after = page.next();
        }

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        if (order != MediaOrder.LONGEST) assertThat(seen).isEqualTo(ids); // equal lengths are in the order of their ids
    }

    @Test
    void leavesOutOfTheMostViewedWhatNobodyWatched() {
        add("Unseen");

        assertThat(shelves.page(viewer.id(), theirs(), MediaOrder.VIEWED, ShelfCursor.START, 9)
                        .items())
                .isEmpty();
        assertThat(shelves.counts(viewer.id(), theirs(), MediaOrder.VIEWED).total())
                .isZero();
    }

    @Test
    void narrowsBySourceDateLengthAndTranscript() {
        var lengthy = add("Long");
        jdbc.sql("update media set length_ms = 3600000 where id = ?")
                .params(lengthy.value())
                .update();
        var upload = set(add("Upload"), "source", "upload:" + MediaId.random());
        var silent = add("Silent");
        jdbc.sql("delete from text_track where media = ?")
                .params(silent.value())
                .update();
        var old = add("Old");
        jdbc.sql("update media set recorded_at = '2020-01-01T00:00:00Z' where id = ?")
                .params(old.value())
                .update();
        var all = List.of(lengthy, upload, silent, old);

        assertThat(found(null, false, false, true)).containsExactlyInAnyOrderElementsOf(without(all, old));
        assertThat(found(Duration.ofMinutes(30), false, false, false)).containsExactly(lengthy);
        assertThat(found(null, true, false, false)).containsExactlyInAnyOrderElementsOf(without(all, upload));
        assertThat(found(null, false, true, false)).containsExactlyInAnyOrderElementsOf(without(all, silent));
        assertThat(found(null, false, false, false)).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void namesAndCountsCategoriesAndTagsOfWhatOneMaySeeOnly() {
        var company = category("Company");
        var secret = category("Secret");
        var shown = set(add("Shown"), company, "budget", "Q4");
        set(add("Also shown"), company, "Budget");
        set(set(add("Mine"), "access", "AUTHOR"), secret, "merger");

        var found = labels.of(viewer.id(), theirs());

        assertThat(found.categories())
                .extracting(one -> one.label().key(), Labels.Counted::count)
                .containsExactly(tuple(company.toString(), 2));
        assertThat(found.tags())
                .extracting(one -> one.label().key(), Labels.Counted::count)
                .containsExactly(tuple("budget", 2), tuple("q4", 1));
        assertThat(found.exact()).isTrue();
        assertThat(labels.of(author.id(), theirs()).categories()).hasSize(2);
        assertThat(labelled(company, null)).hasSize(2);
        assertThat(labelled(null, "Q4")).containsExactly(shown);
        assertThat(labelled(secret, null)).isEmpty();
        assertThat(labelled(null, "merger")).isEmpty();
    }

    private CategoryId category(String name) {
        return categories
                .add(name + " " + CategoryId.random(), fixture.person(Role.MANAGER))
                .id();
    }

    private MediaId set(MediaId id, CategoryId category, String... tags) {
        jdbc.sql("update media set category = ? where id = ?")
                .params(category.value(), id.value())
                .update();
        for (var tag : tags) {
            jdbc.sql("insert into media_tag (media, tag_key, tag) values (?, lower(?), ?)")
                    .params(id.value(), tag, tag)
                    .update();
        }
        return id;
    }

    private List<MediaId> labelled(@Nullable CategoryId category, @Nullable String tag) {
        var filter = new MediaFilter(List.of(author.id()), null, null, null, null, false, false, category, tag);
        return shelves.page(viewer.id(), filter, MediaOrder.NEWEST, ShelfCursor.START, 9).items().stream()
                .map(Media::id)
                .toList();
    }

    @Test
    void refusesCursorsThatAreNotItsOwn() {
        add("One");
        add("Two");
        var next = shelves.page(viewer.id(), theirs(), MediaOrder.TITLE, ShelfCursor.START, 1)
                .next();

        assertThatThrownBy(() -> ShelfCursor.of(MediaOrder.NEWEST, "nonsense"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShelfCursor.of(MediaOrder.LONGEST, "%%%"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShelfCursor.of(MediaOrder.NEWEST, String.valueOf(next)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<MediaId> found(@Nullable Duration atLeast, boolean zoom, boolean transcript, boolean recent) {
        var filter = new MediaFilter(
                List.of(author.id()),
                recent ? LibraryFixture.RECORDED.minus(Duration.ofDays(9)) : null,
                recent ? LibraryFixture.RECORDED.plusSeconds(1) : null,
                atLeast,
                atLeast == null ? null : atLeast.multipliedBy(10),
                zoom,
                transcript,
                null,
                null);
        return shelves.page(viewer.id(), filter, MediaOrder.NEWEST, ShelfCursor.START, 9).items().stream()
                .map(Media::id)
                .toList();
    }

    private static List<MediaId> without(List<MediaId> all, MediaId one) {
        return all.stream().filter(id -> !id.equals(one)).toList();
    }

    private MediaFilter theirs() {
        return new MediaFilter(List.<PersonId>of(author.id()), null, null, null, null, false, false, null, null);
    }

    private static String text(ShelfCursor cursor) {
        return cursor.equals(ShelfCursor.START) ? "" : cursor.toString();
    }

    private MediaId add(String title) {
        return fixture.add(author, Wish.PUBLISHED, title);
    }

    private MediaId set(MediaId id, String column, String value) {
        jdbc.sql("update media set %s = ? where id = ?".formatted(column))
                .params(value, id.value())
                .update();
        return id;
    }
}
