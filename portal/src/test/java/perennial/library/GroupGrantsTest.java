package perennial.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import perennial.PortalTest;
import perennial.people.Role;

/** Videos for groups (P5, P9): whoever is in one sees them, for as long as they are. */
@Import(LibraryFixture.class)
class GroupGrantsTest extends PortalTest {
    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private MediaEditing editing;

    @Autowired
    private VisibleMedia visible;

    @Autowired
    private Grantees grantees;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void showsAChosenVideoToTheMembersOfAGroupWhileTheyAreInIt() {
        var author = fixture.person(Role.CONTRIBUTOR);
        var member = fixture.person(Role.VIEWER);
        var stranger = fixture.person(Role.VIEWER);
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        var group = UUID.randomUUID();
        jdbc.sql(
                        "insert into person_group (id, name, name_key, created_at, created_by) values (?, ?, ?, now(), 'test')")
                .params(group, "Leadership " + group, "leadership " + group)
                .update();
        jdbc.sql("""
                        insert into person_group_member (person_group, person, by_claim, added_by, added_at)
                        values (?, ?, false, 'test', now())""").params(group, member.id().value()).update();
        var now = editing.of(visible.find(id, author.id()).orElseThrow());
        var grant = grantees.named("LEADERSHIP " + group).orElseThrow();

        editing.save(
                id,
                author,
                new MediaSettings(
                        now.title(),
                        now.description(),
                        now.author(),
                        now.recordedAt(),
                        null,
                        List.of(),
                        Access.CHOSEN,
                        List.of(grant),
                        null,
                        null,
                        now.allowed()));

        assertThat(visible.find(id, member.id())).isPresent();
        assertThat(visible.find(id, stranger.id())).isEmpty();
        jdbc.sql("delete from person_group_member where person = ?")
                .param(member.id().value())
                .update();
        assertThat(visible.find(id, member.id())).isEmpty();
        jdbc.sql("delete from person_group where id = ?").param(group).update();
        assertThat(editing.of(visible.find(id, author.id()).orElseThrow()).grants())
                .isEmpty();
    }
}
