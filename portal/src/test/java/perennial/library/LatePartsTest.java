package perennial.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import perennial.PortalTest;
import perennial.people.Person;
import perennial.people.Role;

/** Parts that come late to an approved video (M4): what is decided about them, and what is not. */
@Import(LibraryFixture.class)
class LatePartsTest extends PortalTest {
    private static final String VTT = "WEBVTT\n\n00:01.000 --> 00:03.000\nBy hand\n";

    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private LateParts late;

    @Autowired
    private Captions captions;

    @Autowired
    private VisibleBytes bytes;

    @Autowired
    private JdbcClient jdbc;

    private Person author;
    private Person moderator;

    @BeforeEach
    void people() {
        author = fixture.person(Role.CONTRIBUTOR);
        moderator = fixture.person(Role.MODERATOR);
    }

    @Test
    void bringsNoCaptionsBackThatSomebodyTookAwayMeanwhile() {
        var now = fixture.content("as it was approved");
        var id = approved(now);
        captions.put(id, moderator, "sv", VTT);
        fixture.bring(id, now, fixture.content("with a late part"));

        captions.remove(id, moderator, "sv");
        late.approve(id, moderator, version(id));

        assertThat(bytes.captions(id, "sv", moderator.id())).isEmpty();
    }

    @Test
    void decidesOnlyAboutTheVersionThatWasLookedAt() {
        var now = fixture.content("as it was approved");
        var id = approved(now);
        fixture.bring(id, now, fixture.content("with a late part"));
        int seen = version(id);

        fixture.bring(id, now, fixture.content("with two late parts"));

        assertThatThrownBy(() -> late.approve(id, moderator, seen)).hasMessageContaining("while you looked");
        assertThatThrownBy(() -> late.refuse(id, moderator, seen, "The corridor."))
                .hasMessageContaining("while you looked");
        late.refuse(id, moderator, version(id), "The corridor.");
        fixture.bring(id, now, fixture.content("with three late parts"));
        assertThatThrownBy(() -> late.approve(id, moderator, seen)).hasMessageContaining("while you looked");
        late.approve(id, moderator, version(id));
    }

    @Test
    void undoesNoDecisionThatWasMadeWhileAnImportWasAtWork() {
        var now = fixture.content("as it was approved");
        var more = fixture.content("with a late part");
        var id = approved(now);
        fixture.bring(id, now, more);
        var seen = late.seen(id);

        late.approve(id, moderator, version(id));

        assertThatThrownBy(() -> late.bring(id, now, more, seen)).isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(late.seen(id).shown())
                .containsExactly(more.originals().getFirst().sha256());
    }

    private int version(MediaId id) {
        return late.waiting(moderator).stream()
                .filter(part -> part.media().equals(id))
                .findFirst()
                .orElseThrow()
                .version();
    }

    /** An approved item that shows {@code content}. */
    private MediaId approved(Content content) {
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        fixture.bring(id, content, content);
        jdbc.sql("update media set moderated = true, status = 'PUBLISHED' where id = ?")
                .param(id.value())
                .update();
        return id;
    }
}
