package perennial.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import perennial.PortalTest;
import perennial.people.Groups;
import perennial.people.Person;
import perennial.people.PersonId;
import perennial.people.Role;

@Import(LibraryFixture.class)
class VisibilityTest extends PortalTest {
    @Autowired
    private VisibleMedia visible;

    @Autowired
    private VisibleBytes bytes;

    @Autowired
    private Contents contents;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Groups groups;

    @Autowired
    private LibraryFixture fixture;

    @Test
    void showsADraftToItsAuthorAndToModeratorsOnly() {
        var author = fixture.person(Role.CONTRIBUTOR);
        var id = fixture.add(author, Wish.DRAFT, "Planning");

        assertThat(sees(id, author)).isTrue();
        assertThat(sees(id, fixture.person(Role.MODERATOR))).isTrue();
        assertThat(sees(id, fixture.person(Role.CONTRIBUTOR))).isFalse();
        assertThat(sees(id, null)).isFalse();
    }

    @Test
    void showsWhatIsGrantedToAGroupToItsPeopleAndToNobodyOnceItIsGone() {
        var manager = fixture.person(Role.MANAGER);
        var inside = fixture.person(Role.VIEWER);
        var outside = fixture.person(Role.VIEWER);
        var id = fixture.add(fixture.person(Role.CONTRIBUTOR), Wish.PUBLISHED, "Planning");
        var group = groups.make(manager, "Planners " + id, null).id();
        groups.add(manager, group, inside.id());
        access(id, Access.CHOSEN);

        jdbc.sql("insert into media_grant (media, person_group) values (?, ?)")
                .params(id.value(), group.value())
                .update();

        assertThat(sees(id, inside)).isTrue();
        assertThat(sees(id, outside)).isFalse();
        groups.remove(manager, group, inside.id());
        assertThat(sees(id, inside)).isFalse();
        groups.add(manager, group, inside.id());
        groups.delete(manager, group);
        assertThat(sees(id, inside)).isFalse();
    }

    @Test
    void showsWhatIsPublishedByItsAccess() {
        var author = fixture.person(Role.CONTRIBUTOR);
        var viewer = fixture.person(Role.VIEWER);
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");

        assertThat(sees(id, viewer)).isTrue();
        assertThat(sees(id, null)).isFalse();
        access(id, Access.PUBLIC);
        assertThat(sees(id, null)).isTrue();
        access(id, Access.AUTHOR);
        assertThat(sees(id, viewer)).isFalse();
        access(id, Access.CHOSEN);
        assertThat(sees(id, viewer)).isFalse();
        jdbc.sql("insert into media_grant (media, person) values (?, ?)")
                .params(id.value(), viewer.id().value())
                .update();
        assertThat(sees(id, viewer)).isTrue();
    }

    @Test
    void givesOriginalsToTheAuthorAndToModeratorsOnly() {
        var author = fixture.person(Role.CONTRIBUTOR);
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        var item = visible.find(id, author.id()).orElseThrow();
        var file = contents.of(item, author.id()).originals().getFirst().blob();
        var viewer = fixture.person(Role.VIEWER);

        assertThat(bytes.original(id, file, author.id())).isPresent();
        assertThat(bytes.original(id, file, fixture.person(Role.MODERATOR).id()))
                .isPresent();
        assertThat(bytes.original(id, file, viewer.id())).isEmpty();
        assertThat(contents.of(item, viewer.id()).originals()).isEmpty();
    }

    @Test
    void goesThroughTheListsPageByPageWithoutAGap() {
        var author = fixture.person(Role.CONTRIBUTOR);
        for (var i = 0; i < 5; i++) fixture.add(author, Wish.DRAFT, "Draft " + i);

        var first = visible.drafts(author.id(), "", Cursor.START, 3);
        var rest = visible.drafts(
                author.id(), "", Cursor.of(Cursor.behind(first.getLast()).toString()), 3);

        assertThat(List.of(first, rest)).extracting(List::size).containsExactly(3, 2);
        assertThat(rest).doesNotContainAnyElementsOf(first);
    }

    @Test
    void findsWordsOfATitleWhateverTheirCaseAndSigns() {
        var author = fixture.person(Role.CONTRIBUTOR);
        fixture.add(author, Wish.DRAFT, "50%_Off\\ Sale");
        fixture.add(author, Wish.DRAFT, "50 Things off");

        assertThat(visible.drafts(author.id(), "50%_off\\ s", Cursor.START, 9)).hasSize(1);
    }

    @Test
    void asksTheDatabaseThroughTheIndexOfTheLibraryPage() {
        var viewer = fixture.person(Role.VIEWER);
        var plan = jdbc.sql("""
                        explain select m.id from visible_media(?) m
                        where m.status = 'PUBLISHED' and (m.recorded_at, m.id) < (now(), gen_random_uuid())
                        order by m.recorded_at desc, m.id desc limit 24""")
                .param(viewer.id().value())
                .query((row, number) -> row.getString(1))
                .list();

        assertThat(String.join("\n", plan)).doesNotContain("Function Scan");
    }

    private boolean sees(MediaId id, @Nullable Person person) {
        @Nullable PersonId viewer = person == null ? null : person.id();
        var found = visible.find(id, viewer).isPresent();
        assertThat(bytes.view(id, "shared_screen_with_speaker_view(CC)", null, viewer)
                        .isPresent())
                .isEqualTo(found);
        assertThat(bytes.captions(id, "en", viewer).isPresent()).isEqualTo(found);
        return found;
    }

    private void access(MediaId id, Access access) {
        jdbc.sql("update media set access = ? where id = ?")
                .params(access.name(), id.value())
                .update();
    }
}
