package perennial.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.PortalTest;
import perennial.people.Person;
import perennial.people.Role;
import perennial.settings.DefaultPublish;
import perennial.settings.PortalSettings;
import perennial.settings.Settings;
import perennial.storage.BlobId;

@Import(LibraryFixture.class)
class LibraryTest extends PortalTest {
    @Autowired
    private Library library;

    @Autowired
    private MediaChanges changes;

    @Autowired
    private VisibleMedia visible;

    @Autowired
    private VisibleBytes bytes;

    @Autowired
    private Contents contents;

    @Autowired
    private LibraryBlobUse use;

    @Autowired
    private PortalSettings settings;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LibraryFixture fixture;

    @AfterEach
    void settingsAsTheyWere() {
        settings.change(Settings.initial(), "test");
    }

    @Test
    void addsASourceOnce() {
        var author = fixture.person(Role.CONTRIBUTOR);
        var item = fixture.item(author, Wish.PUBLISHED, "Planning");

        var first = library.add(item);
        var second = library.add(item);

        assertThat(second).isEqualTo(first);
        assertThat(library.bySource(item.source())).contains(first);
        assertThat(media(first, author).version()).isEqualTo(1);
    }

    @Test
    void asksOnceForThePosterOfWhatIsNoVideo() {
        var id = fixture.add(fixture.person(Role.CONTRIBUTOR), Wish.DRAFT, "Planning"); // its files are texts

        await().until(() -> jdbc.sql("""
            select count(*) from scheduled_tasks where task_name = 'library.poster' and task_instance = ?\
            """).param(id.toString()).query(Long.class).single() == 0);
    }

    @Test
    void addsNothingWhenTheCallersTransactionRollsBack() {
        var item = fixture.item(fixture.person(Role.CONTRIBUTOR), Wish.DRAFT, "Planning");

        transaction.executeWithoutResult(status -> {
            library.add(item);
            status.setRollbackOnly();
        });

        assertThat(library.bySource(item.source())).isEmpty();
    }

    @Test
    void keepsWhatTheContentHolds() {
        var author = fixture.person(Role.CONTRIBUTOR);
        var id = fixture.add(author, Wish.DRAFT, "Planning");

        var content = contents.of(media(id, author), author.id());

        assertThat(content.views()).extracting("name").containsExactly("shared_screen_with_speaker_view(CC)");
        assertThat(content.originals()).extracting(OriginalFile::name).containsExactly("a/../b \"c\".mp4");
        assertThat(content.captions()).containsExactly(new MediaContent.Language("en", "English"));
        assertThat(content.starts()).containsExactly(Duration.ZERO, Duration.ofMillis(40_500));
        assertThat(content.chat())
                .containsExactly(new ChatLine(Duration.ofMillis(2_250), "Tomas", "hello & <i>welcome</i>"));
    }

    @Test
    void replacesContentUnderTheSameLinkAndFreesTheOldBlobsADayLater() {
        var author = fixture.person(Role.CONTRIBUTOR);
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        fixture.describe(id, author, "Planning, by hand", "Our plans");
        var old = contents.of(media(id, author), author.id())
                .originals()
                .getFirst()
                .blob();
        var late = fixture.content("the late transcript");

        fixture.bring(id, late);
        fixture.bring(id, late);

        var now = media(id, author);
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.title()).isEqualTo("Planning, by hand");
        assertThat(bytes.captions(id, "en", author.id()).orElseThrow())
                .extracting(SpokenLine::text)
                .containsExactly("the late transcript");
        var shown = late.originals().getFirst().blob();
        assertThat(use.used(List.of(old, shown, BlobId.random()))).containsExactlyInAnyOrder(old, shown);
        jdbc.sql("update media_version set replaced_at = replaced_at - interval '25 hours'")
                .update();
        fixture.bring(id, fixture.content("the next transcript"));
        assertThat(use.used(List.of(old, shown, BlobId.random()))).containsExactly(shown);
    }

    @Test
    void refusesToReplaceWhatIsNotThere() {
        var content = fixture.content("hello");

        assertThatThrownBy(() -> fixture.bring(MediaId.random(), content)).isInstanceOf(UnknownMedia.class);
    }

    @Test
    void sendsItemsToReviewWhereThePortalModerates() {
        var author = fixture.person(Role.ADMINISTRATOR);
        moderate(true);
        var published = fixture.add(author, Wish.PUBLISHED, "Planning");
        var draft = fixture.add(author, Wish.DRAFT, "Planning");
        moderate(false);

        assertThat(library.status(published)).contains(MediaStatus.IN_REVIEW);
        assertThat(library.status(draft)).contains(MediaStatus.DRAFT);
        assertThat(changes.publish(draft, author)).isEqualTo(MediaStatus.IN_REVIEW); // the rule it came in with holds
    }

    @Test
    void publishesADraftAtOnceWhereItDoesNot() {
        var author = fixture.person(Role.CONTRIBUTOR);
        var id = fixture.add(author, Wish.DRAFT, "Planning");

        changes.publish(id, author);
        changes.publish(id, author);

        assertThat(library.status(id)).contains(MediaStatus.PUBLISHED);
        assertThat(auditOf(id)).containsExactly("media.published");
    }

    @Test
    void obeysTheDefaultPublishSettings() {
        settings.change(
                new Settings(
                        "Perennial",
                        Settings.initial().timeZone(),
                        false,
                        1,
                        false,
                        new DefaultPublish("author", true, false, false, false, null)),
                "test");
        var author = fixture.person(Role.CONTRIBUTOR);

        var item = media(fixture.add(author, Wish.PUBLISHED, "Planning"), author);

        assertThat(item.access()).isEqualTo(Access.AUTHOR);
        assertThat(item.allowed()).isEqualTo(new Media.Allowed(true, false, false, false));
        assertThat(visible.find(item.id(), fixture.person(Role.CONTRIBUTOR).id()))
                .isEmpty();
    }

    @Test
    void takesTextsThatTheDatabaseCannotKeepAsTheyAre() {
        var author = fixture.person(Role.CONTRIBUTOR);

        var id = library.add(fixture.item(author, Wish.DRAFT, "nul\u0000l \u202Eevil\u202C 📼"));

        assertThat(media(id, author).title()).isEqualTo("null \u202Eevil\u202C 📼");
    }

    @Test
    void restoresFromTheBinToWhereItWas() {
        var author = fixture.person(Role.CONTRIBUTOR);
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");

        changes.bin(id, author);
        var binned = library.status(id);
        changes.restore(id, author);

        assertThat(binned).contains(MediaStatus.DELETED);
        assertThat(library.status(id)).contains(MediaStatus.PUBLISHED);
    }

    private Media media(MediaId id, Person viewer) {
        return visible.find(id, viewer.id()).orElseThrow();
    }

    private List<String> auditOf(MediaId id) {
        return jdbc.sql("select action from audit_entry where subject = ? order by id")
                .param("media/" + id)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private void moderate(boolean on) {
        var now = settings.current();
        settings.change(new Settings(now.name(), now.timeZone(), on, 1, false, now.defaultPublish()), "test");
    }
}
