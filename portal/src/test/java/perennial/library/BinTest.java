package perennial.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import perennial.PortalTest;
import perennial.people.Person;
import perennial.people.Role;
import perennial.storage.BlobId;
import perennial.storage.Blobs;

/** The bin (P5, D8): what rests there, what is purged, and what never is by itself. */
@Import(LibraryFixture.class)
class BinTest extends PortalTest {
    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private Library library;

    @Autowired
    private MediaChanges changes;

    @Autowired
    private VisibleMedia visible;

    @Autowired
    private Contents contents;

    @Autowired
    private Bin bin;

    @Autowired
    private Blobs blobs;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void purgesForManagersWithAllFilesThatNothingElseNeeds() {
        var author = fixture.person(Role.CONTRIBUTOR);
        var manager = fixture.person(Role.MANAGER);
        var item = fixture.item(author, Wish.PUBLISHED, "Planning");
        var id = library.add(item);
        var shared = library.add(new NewMedia(
                "zoom:account/" + UUID.randomUUID(),
                "Same files",
                author.id(),
                item.recordedAt(),
                Wish.DRAFT,
                item.content()));
        var other = fixture.add(author, Wish.PUBLISHED, "Other");
        var kept = original(shared, author);
        var freed = original(other, author);

        assertThatThrownBy(() -> bin.purge(id, manager)).isInstanceOf(NotPossible.class); // not in the bin
        changes.bin(id, author);
        changes.bin(other, author);
        assertThatThrownBy(() -> bin.purge(id, author)).hasMessageContaining("Manager");
        bin.purge(id, manager);
        bin.purge(other, manager);

        assertThat(visible.find(id, author.id())).isEmpty();
        assertThat(blobs.find(kept)).isPresent();
        assertThat(blobs.find(freed)).isEmpty();
        assertThat(jdbc.sql("select action from audit_entry where subject = ? order by id desc limit 1")
                        .param("media/" + other)
                        .query(String.class)
                        .single())
                .isEqualTo("media.purged");
    }

    @Test
    void neverTakesInAgainWhatWasPurged() {
        var author = fixture.person(Role.CONTRIBUTOR);
        var item = fixture.item(author, Wish.PUBLISHED, "Planning");
        var id = library.add(item);
        changes.bin(id, author);
        bin.purge(id, fixture.person(Role.MANAGER));

        assertThat(library.add(item)).isEqualTo(id);
        assertThat(library.bySource(item.source())).contains(id);
        fixture.bring(id, fixture.content("late"));

        assertThat(library.find(id)).isEmpty();
    }

    @Test
    void emptiesItselfAfterThirtyDaysButForTheOnlyCopies() {
        var author = fixture.person(Role.CONTRIBUTOR);
        var fresh = binned(author, 29);
        var due = binned(author, 31);
        var present = binned(author, 31);
        var only = binned(author, 31);
        recording(present, "imported");
        recording(only, "gone-at-zoom");

        assertThat(resting(only).purgedAt()).isEmpty();
        assertThat(resting(present).purgedAt()).isPresent();
        assertThat(resting(due).deletedBy()).isEqualTo(author.name());
        bin.purgeDue();

        assertThat(List.of(fresh, only)).allMatch(id -> library.find(id).isPresent());
        assertThat(List.of(due, present)).allMatch(id -> library.find(id).isEmpty());
        changes.restore(only, author);
        assertThat(library.status(only)).contains(MediaStatus.PUBLISHED);
    }

    private Bin.Resting resting(MediaId id) {
        return Objects.requireNonNull(bin.of(List.of(id)).get(id));
    }

    private MediaId binned(Person author, int days) {
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        changes.bin(id, author);
        jdbc.sql("update media set deleted_at = deleted_at - make_interval(days => ?) where id = ?")
                .params(days, id.value())
                .update();
        return id;
    }

    /** A line of the ledger that says where Zoom's copy is. */
    private void recording(MediaId media, String state) {
        jdbc.sql("""
                        insert into zoom_recording (id, zoom_account, uuid, meeting_number, meeting_type, topic, started_at, length_ms, state, publish_as,
                            media_ids, first_seen_at, changed_at, imported_at)
                        values (gen_random_uuid(), 'bin-test', gen_random_uuid()::text, 1, 2, 'Planning', now(), 0, ?, 'me',
                            array[?]::uuid[], now(), now(), now())""").params(state, media.value()).update();
    }

    private BlobId original(MediaId id, Person viewer) {
        var item = visible.find(id, viewer.id()).orElseThrow();
        return contents.of(item, viewer.id()).originals().getFirst().blob();
    }
}
