package perennial.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import perennial.PortalTest;
import perennial.library.Captions;
import perennial.library.Facts;
import perennial.library.LateParts;
import perennial.library.Library;
import perennial.library.LibraryFixture;
import perennial.library.MediaChanges;
import perennial.library.MediaId;
import perennial.library.MediaStatus;
import perennial.library.NotPossible;
import perennial.library.Reviewing;
import perennial.library.UnknownMedia;
import perennial.library.VisibleMedia;
import perennial.library.Wish;
import perennial.people.Person;
import perennial.people.Role;
import perennial.settings.PortalSettings;
import perennial.settings.Settings;
import perennial.web.PortalException;

/** The review (P7, M7): who decides, how often, what becomes of it, and who is told. */
@Import(LibraryFixture.class)
class ReviewTest extends PortalTest {
    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private Decisions decisions;

    @Autowired
    private Queue queue;

    @Autowired
    private Library library;

    @Autowired
    private MediaChanges changes;

    @Autowired
    private Captions captions;

    @Autowired
    private LateParts late;

    @Autowired
    private VisibleMedia visible;

    @Autowired
    private Reviewing reviewing;

    @Autowired
    private PortalSettings settings;

    @Autowired
    private JdbcClient jdbc;

    private Person author;
    private Person moderator;

    @BeforeEach
    void moderated() {
        jdbc.sql("update person set status = 'BLOCKED'").update();
        author = fixture.person(Role.CONTRIBUTOR);
        moderator = fixture.person(Role.MODERATOR);
        moderate(1);
    }

    @AfterEach
    void settingsAsTheyWere() {
        settings.change(Settings.initial(), "test");
    }

    @Test
    void tellsModeratorsPublishesWithTheLastApprovalAndTellsTheAuthor() {
        moderate(2);
        var second = fixture.person(Role.ADMINISTRATOR);
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");

        var first = decisions.approve(id, moderator, null);
        var twice = decisions.approve(id, moderator, null);
        assertThat(List.of(first, twice)).containsOnly(new Decisions.Approval(false, 1, 2));
        assertThat(library.status(id)).contains(MediaStatus.IN_REVIEW);

        var last = decisions.approve(id, second, null);

        assertThat(last).isEqualTo(new Decisions.Approval(true, 2, 2));
        assertThat(library.status(id)).contains(MediaStatus.PUBLISHED);
        assertThat(mailsTo(moderator)).containsExactly("Waits for review: Planning");
        assertThat(mailsTo(second)).isEmpty(); // a Moderator is told, so those above need not be
        assertThat(mailsTo(author)).containsExactly("Published: Planning");
        assertThat(audited(id)).containsExactly("review.approval", "review.approval", "media.approved");
    }

    @Test
    void keepsWhatWaitsFromEverybodyElse() {
        var id = fixture.add(moderator, Wish.PUBLISHED, "Planning"); // from Zoom: whoever its author is

        assertThat(library.status(id)).contains(MediaStatus.IN_REVIEW);
        assertThat(visible.find(id, author.id())).isEmpty();
        assertThatThrownBy(() -> decisions.approve(id, author, null)).isInstanceOf(UnknownMedia.class);
        assertThatThrownBy(() -> decisions.reject(id, author, "no")).isInstanceOf(UnknownMedia.class);
    }

    @Test
    void letsNobodyApproveTheirOwnWhileSomebodyElseCould() {
        var id = fixture.add(moderator, Wish.PUBLISHED, "Planning");
        var other = fixture.person(Role.MANAGER);

        assertThatThrownBy(() -> decisions.approve(id, moderator, null)).hasMessageContaining("their own");
        jdbc.sql("update person set status = 'BLOCKED' where id = ?")
                .param(other.id().value())
                .update();

        assertThat(decisions.approve(id, moderator, null).published()).isTrue();
    }

    @Test
    void rejectsWithAReasonThatTheAuthorReadsAndTakesTheVideoAgain() {
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");

        assertThatThrownBy(() -> decisions.reject(id, moderator, " ")).hasMessageContaining("reason");
        decisions.reject(id, moderator, "Cut minutes 12 to 15");

        assertThat(library.status(id)).contains(MediaStatus.REJECTED);
        assertThat(mailsTo(author)).containsExactly("Not published: Planning");
        assertThat(bodyTo(author)).contains("Cut minutes 12 to 15").contains("/watch/" + id);
        assertThat(reviewing.sentBack(List.of(id))).containsValue("Rejected by Mara Moderator: Cut minutes 12 to 15");

        assertThat(changes.publish(id, author)).isEqualTo(MediaStatus.IN_REVIEW);
        assertThat(reviewing.sentBack(List.of(id))).isEmpty();
        assertThat(mailsTo(moderator)).hasSize(2);
    }

    @Test
    void sendsAnApprovedVideoBackWhenAContributorEditsItAndShowsWhatChanged() {
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        decisions.approve(id, moderator, null);

        fixture.describe(id, author, "Planning and budget", "With figures");

        assertThat(library.status(id)).contains(MediaStatus.IN_REVIEW);
        assertThat(visible.find(id, fixture.person(Role.VIEWER).id())).isEmpty();
        fixture.describe(id, author, "Planning and budgets", "With figures");
        assertThat(queue.changes(queue.latest(id, moderator).orElseThrow()))
                .containsExactly(
                        new Facts.Difference(Facts.Field.TITLE, "Planning", "Planning and budgets"),
                        new Facts.Difference(Facts.Field.DESCRIPTION, "", "With figures"));
    }

    @Test
    void leavesAVideoInTheLibraryWhenAModeratorEditsItOrItWasNeverModerated() {
        var approved = fixture.add(author, Wish.PUBLISHED, "Planning");
        decisions.approve(approved, moderator, null);
        settings.change(Settings.initial(), "test");
        var unmoderated = fixture.add(author, Wish.PUBLISHED, "Free");
        moderate(1);

        fixture.describe(approved, moderator, "Planning, corrected", "");
        fixture.describe(unmoderated, author, "Free, corrected", "");

        assertThat(List.of(approved, unmoderated))
                .allMatch(id -> library.status(id).orElseThrow() == MediaStatus.PUBLISHED);
    }

    @Test
    void countsNoApprovalOfWhatTheVideoIsNoMore() {
        moderate(2);
        var second = fixture.person(Role.MODERATOR);
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        decisions.approve(id, moderator, null);
        var seen = visible.find(id, second.id()).orElseThrow().changedAt();

        fixture.describe(id, author, "Something else", "");

        assertThatThrownBy(() -> decisions.approve(id, second, seen)).hasMessageContaining("changed");
        assertThat(decisions.approve(id, second, null)).isEqualTo(new Decisions.Approval(false, 1, 2));
    }

    @Test
    void countsNoApprovalOfPicturesThatCameAfterItButThoseBeforeLateWords() {
        moderate(2);
        var second = fixture.person(Role.MODERATOR);
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        fixture.bring(id, fixture.content("hello"));
        decisions.approve(id, moderator, null);

        fixture.bring(id, fixture.content("hello", "said late"));
        assertThat(decisions.approve(id, moderator, null)).isEqualTo(new Decisions.Approval(false, 1, 2));
        fixture.bring(id, fixture.content("another part"));

        assertThat(decisions.approve(id, second, null)).isEqualTo(new Decisions.Approval(false, 1, 2));
    }

    @Test
    void countsNoApprovalOfPicturesThatCameAfterItWhileItRestedInTheBin() {
        moderate(2);
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        decisions.approve(id, moderator, null);

        changes.bin(id, author);
        fixture.bring(id, fixture.content("another part"));
        changes.restore(id, author);

        assertThat(queue.latest(id, moderator).orElseThrow().submission().approvals())
                .isZero();
    }

    @Test
    void tellsModeratorsOfALatePartAndItsAuthorWhyItWasKeptOut() {
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        decisions.approve(id, moderator, null);
        var now = fixture.content("hello");

        fixture.bring(id, now, fixture.content("a late part"));
        fixture.bring(id, now, fixture.content("two late parts"));
        assertThat(mailsTo(moderator)).containsExactly("Waits for review: Planning", "A late part waits: Planning");
        late.refuse(id, moderator, late.waiting(moderator).getLast().version(), "It shows the corridor");

        assertThat(mailsTo(author)).containsExactly("Published: Planning", "A late part was kept out: Planning");
        assertThat(jdbc.sql("select body from outbox_mail where recipient = ? and subject like 'A late part%'")
                        .param(author.email())
                        .query(String.class)
                        .single())
                .contains("It shows the corridor", "/watch/" + id);
    }

    @Test
    void tellsWhoTookAVideoBackApart() {
        var taken = fixture.add(author, Wish.PUBLISHED, "Taken");
        var returned = fixture.add(author, Wish.PUBLISHED, "Returned");

        changes.returnToDraft(taken, author);
        decisions.returnToDraft(returned, moderator, "Not yet");

        assertThat(outcome(taken)).isEqualTo(Outcome.WITHDRAWN);
        assertThat(outcome(returned)).isEqualTo(Outcome.RETURNED);
        assertThat(mailsTo(author)).containsExactly("Back among your drafts: Returned");
        assertThatThrownBy(() -> decisions.approve(taken, moderator, null)).isInstanceOf(NotPossible.class);
    }

    @Test
    void waitsInTheBinWithoutBeingInTheQueue() {
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        int waiting = queue.waiting();

        changes.bin(id, author);
        assertThat(queue.waiting()).isEqualTo(waiting - 1);
        changes.restore(id, author);

        assertThat(queue.waiting()).isEqualTo(waiting);
        assertThat(decisions.approve(id, moderator, null).published()).isTrue();
    }

    @Test
    void changesNothingThatWasApprovedWhileItIsInTheBin() {
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        decisions.approve(id, moderator, null);
        changes.bin(id, author);

        assertThatThrownBy(() -> fixture.describe(id, author, "Something else", ""))
                .isInstanceOfSatisfying(
                        NotPossible.class, e -> assertThat(e.status()).isEqualTo(409));
        assertThatThrownBy(() -> captions.remove(id, author, "en")).isInstanceOf(NotPossible.class);

        changes.restore(id, author);
        assertThat(library.find(id).orElseThrow().title()).isEqualTo("Planning");
        assertThat(library.status(id)).contains(MediaStatus.PUBLISHED);
    }

    @Test
    void releasesAllThatWaitWhenAManagerSaysSo() {
        moderate(3);
        var ids = List.of(
                fixture.add(author, Wish.PUBLISHED, "One"),
                fixture.add(author, Wish.PUBLISHED, "Two"),
                fixture.add(author, Wish.PUBLISHED, "Three"));
        settings.change(Settings.initial(), "test");
        assertThat(ids).allMatch(id -> library.status(id).orElseThrow() == MediaStatus.IN_REVIEW); // the rule holds

        assertThatThrownBy(() -> decisions.releaseAll(moderator)).isInstanceOf(PortalException.class);
        int released = decisions.releaseAll(fixture.person(Role.MANAGER));

        assertThat(released).isGreaterThanOrEqualTo(3);
        assertThat(ids).allMatch(id -> library.status(id).orElseThrow() == MediaStatus.PUBLISHED);
        assertThat(mailsTo(author)).hasSize(3);
    }

    @Test
    void decidesAboutManyAndTellsWhatItLeft() {
        var good = fixture.add(author, Wish.PUBLISHED, "Good");
        var own = fixture.add(moderator, Wish.PUBLISHED, "Own");
        fixture.person(Role.MODERATOR);

        var result = decisions.each(List.of(good, own), id -> decisions.approve(id, moderator, null));

        assertThat(result).isEqualTo(new Decisions.Many(1, List.of("Nobody approves their own video")));
        assertThat(library.status(good)).contains(MediaStatus.PUBLISHED);
        assertThat(library.status(own)).contains(MediaStatus.IN_REVIEW);
    }

    @Test
    void goesThroughTheQueueLongestWaitingFirstPageByPage() {
        for (var i = 0; i < 3; i++) fixture.add(author, Wish.PUBLISHED, "Waits " + i);

        var all = queue.page(Outcome.WAITING, "", 1000, moderator);
        var first = queue.page(Outcome.WAITING, "", 2, moderator);
        var second = queue.page(Outcome.WAITING, first.next(), 1000, moderator);

        assertThat(all.next()).isEmpty();
        assertThat(all.entries())
                .extracting(entry -> entry.submission().submittedAt())
                .isSortedAccordingTo(Instant::compareTo);
        assertThat(first.entries()).hasSize(2).doesNotContainAnyElementsOf(second.entries());
        assertThat(first.entries().size() + second.entries().size())
                .isEqualTo(all.entries().size());
    }

    @Test
    void showsTheQueueToModeratorsOnly() {
        var id = fixture.add(author, Wish.PUBLISHED, "Waits");

        assertThatThrownBy(() -> queue.page(Outcome.WAITING, "", 10, author))
                .isInstanceOfSatisfying(
                        PortalException.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(404));
        assertThat(queue.latest(id, author)).isEmpty();
        assertThat(queue.latest(id, moderator)).isPresent();
    }

    private void moderate(int approvals) {
        var now = Settings.initial();
        settings.change(new Settings(now.name(), now.timeZone(), true, approvals, false, now.defaultPublish()), "test");
    }

    private Outcome outcome(MediaId id) {
        return queue.latest(id, moderator).orElseThrow().submission().outcome();
    }

    private List<@Nullable String> mailsTo(Person person) {
        return jdbc.sql("select subject from outbox_mail where recipient = ? order by created_at, id")
                .param(person.email())
                .query(String.class)
                .list();
    }

    private String bodyTo(Person person) {
        return jdbc.sql("select body from outbox_mail where recipient = ?")
                .param(person.email())
                .query(String.class)
                .single();
    }

    private List<@Nullable String> audited(MediaId id) {
        return jdbc.sql("select action from audit_entry where subject = ? order by id")
                .param("media/" + id)
                .query(String.class)
                .list();
    }
}
