package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.library.VisibleMedia;
import perennial.people.People;
import perennial.people.Person;
import perennial.people.PersonStatus;
import perennial.people.Role;
import zoomsim.Simulator;
import zoomsim.account.User;

/** Whose recordings come, and whose they become (U1 to U6). */
class AuthorshipTest extends SyncTest {
    @Autowired
    private VisibleMedia media;

    @Autowired
    private People everybody;

    private Simulator zoom;
    private Person manager;

    @BeforeEach
    void setUp() {
        zoom = zoom();
        manager = people.person(Role.MANAGER);
    }

    private void meetingOf(User host, String topic) {
        meeting(zoom, new SimulatedMeeting(topic, host).usual(Duration.ZERO, 2, 1));
    }

    private User user(int number) {
        return zoom.account().users().stream()
                .filter(user -> user.status() == User.Status.ACTIVE)
                .toList()
                .get(number);
    }

    private Person author(LedgerPage.Entry entry) {
        var id = entry.recording().mediaIds().getFirst();
        var author = media.find(id, manager.id()).orElseThrow().author();
        return everybody.byId(author).orElseThrow();
    }

    private List<String> mailsTo(String address) {
        return jdbc.sql("select body from outbox_mail where recipient = :to order by created_at")
                .param("to", address)
                .query((row, n) -> String.valueOf(row.getString("body")))
                .list();
    }

    @Test
    void fetchesOnlyWhatTheListedUsersHosted() {
        meetingOf(user(0), "Wanted");
        meetingOf(user(1), "Not wanted");
        var listed = " %s ".formatted(user(0).email().toUpperCase(java.util.Locale.ROOT));
        var id = connect(zoom, manager, Map.of("enabled", true, "users", List.of(listed, user(0).email())));

        assertThat(atRest(id).syncProcess()).isEqualTo(SyncProcess.FINISHED);
        assertThat(only(id).recording().topic()).isEqualTo("Wanted");
    }

    @Test
    void namesAnAddressThatZoomDoesNotKnow() {
        meetingOf(user(0), "Wanted");
        var id = connect(
                zoom, manager, Map.of("enabled", true, "users", List.of(user(0).email(), "nobody@example.org")));

        var ended = atRest(id);

        assertThat(ended.syncProcess()).isEqualTo(SyncProcess.FINISHED_WITH_WARNINGS);
        assertThat(ended.warnings()).singleElement().asString().contains("nobody@example.org");
        assertThat(ended.count(RecordingState.IMPORTED)).isEqualTo(1);
    }

    @Test
    void stopsAtAnUnknownAddressWhenToldSo() {
        meetingOf(user(0), "Wanted");
        var users = List.of(user(0).email(), "nobody@example.org");
        var id = connect(zoom, manager, Map.of("enabled", true, "users", users, "stopOnUnknownUser", true));

        assertThat(atRest(id).syncProcess()).isEqualTo(SyncProcess.ERROR);
        assertThat(entries(id)).isEmpty();
    }

    @Test
    void endsInErrorWhenNoAddressIsKnown() {
        meetingOf(user(0), "Not listed");
        var id = connect(zoom, manager, Map.of("enabled", true, "users", "nobody@example.org"));

        var ended = atRest(id);

        assertThat(ended.syncProcess()).isEqualTo(SyncProcess.ERROR);
        assertThat(ended.message()).contains("nobody@example.org");
        assertThat(entries(id)).isEmpty();
    }

    @Test
    void publishesAsTheOneWhoSwitchedItOn() {
        meetingOf(user(0), "Mine");
        var id = connect(zoom, people.person(Role.MANAGER), Map.of());
        connections.switchTo(id, true, manager);
        atRest(id);

        assertThat(author(only(id)).id()).isEqualTo(manager.id());
    }

    @Test
    void isNotImpressedBySavesThatChangeNothingNorBySwitchingOff() {
        var other = people.person(Role.MANAGER);
        var id = connect(zoom, manager, Map.of("enabled", true));
        atRest(id);
        long asked = connections.require(id).wanted();

        connections.change(id, access(zoom), other);
        assertThat(connections.publisher(id)).contains(manager.id());
        assertThat(connections.require(id).wanted()).isEqualTo(asked);

        connections.switchTo(id, false, other);
        assertThat(connections.publisher(id)).contains(manager.id());

        connections.change(id, Map.of("concatenate", false), other);
        assertThat(connections.publisher(id)).contains(other.id());
        assertThat(connections.require(id).wanted()).isEqualTo(asked);
    }

    @Test
    void keepsTheAuthorOfWhatWasSeenBefore() {
        var other = people.person(Role.MANAGER);
        meetingOf(user(0), "Before");
        var id = connect(zoom, manager, Map.of("enabled", true));
        atRest(id);
        meetingOf(user(1), "After");

        connections.change(id, Map.of("name", "Renamed"), other);
        atRest(id);

        for (var entry : entries(id)) {
            var expected = entry.recording().topic().equals("Before") ? manager : other;
            assertThat(author(entry).id()).isEqualTo(expected.id());
        }
    }

    @Test
    void fallsBackWhenThePublisherIsBlocked() {
        var fallback = people.person(Role.CONTRIBUTOR);
        var blocked = people.person(Role.MANAGER);
        meetingOf(user(0), "Orphan");
        var id = connect(zoom, blocked, Map.of("fallbackOwner", fallback.email(), "enabled", true));
        jdbc.sql("update person set status = 'BLOCKED' where id = :id")
                .param("id", blocked.id().value())
                .update();

        var ended = atRest(id);

        assertThat(author(only(id)).id()).isEqualTo(fallback.id());
        assertThat(ended.syncProcess()).isEqualTo(SyncProcess.FINISHED_WITH_WARNINGS);
    }

    @Test
    void makesOneAccountForAHostAndSendsTheWayInOnce() {
        var host = user(1);
        meetingOf(host, "First");
        var id = connect(zoom, manager, Map.of("enabled", true, "publishAs", "zoom-user"));
        atRest(id);

        var author = author(only(id));
        assertThat(author.email()).isEqualTo(host.email());
        assertThat(author.name()).isEqualTo(host.displayName());
        assertThat(author.role()).isEqualTo(Role.CONTRIBUTOR);
        assertThat(author.status()).isEqualTo(PersonStatus.INVITED);
        assertThat(mailsTo(host.email())).singleElement().asString().contains("/invitation/", "/watch/", "First");

        meetingOf(host, "Second");
        control.sync(id, manager);
        await().atMost(Duration.ofSeconds(60)).until(() -> status.of(id).count(RecordingState.IMPORTED) == 2);
        assertThat(entries(id)).allMatch(entry -> author(entry).id().equals(author.id()));
        var mails = mailsTo(host.email());
        assertThat(mails).hasSize(2);
        assertThat(mails.get(1)).contains("Second").doesNotContain("/invitation/");
    }

    @Test
    void raisesAViewerAndSendsThemNothing() {
        var host = user(2);
        var viewer = people.person(Role.VIEWER);
        jdbc.sql("update person set email = :email, email_key = :email where id = :id")
                .param("email", host.email())
                .param("id", viewer.id().value())
                .update();
        meetingOf(host, "Raised");
        var id = connect(zoom, manager, Map.of("enabled", true, "publishAs", "zoom-user"));
        atRest(id);

        assertThat(author(only(id)).id()).isEqualTo(viewer.id());
        assertThat(author(only(id)).role()).isEqualTo(Role.CONTRIBUTOR);
        assertThat(mailsTo(host.email())).isEmpty();
    }

    /** U7. */
    @Test
    void givesAnAliasedHostsRecordingToWhomTheAliasNames() {
        var viewer = people.person(Role.VIEWER);
        var blocked = people.person(Role.CONTRIBUTOR);
        jdbc.sql("update person set status = 'BLOCKED' where id = :id")
                .param("id", blocked.id().value())
                .update();
        var fallback = people.person(Role.CONTRIBUTOR);
        meetingOf(user(4), "Aliased");
        meetingOf(user(5), "Aliased to a blocked one");
        var id = connect(
                zoom,
                manager,
                Map.of(
                        "enabled",
                        true,
                        "publishAs",
                        "zoom-user",
                        "fallbackOwner",
                        fallback.id().toString(),
                        "aliases",
                        Map.of(
                                user(4).email().toUpperCase(java.util.Locale.ROOT), viewer.email(),
                                user(5).email(), blocked.id().toString())));

        var ended = atRest(id);

        var authors = entries(id).stream()
                .collect(Collectors.toMap(entry -> entry.recording().topic(), this::author));
        var aliased = Objects.requireNonNull(authors.get("Aliased"));
        assertThat(aliased.id()).isEqualTo(viewer.id());
        assertThat(aliased.role()).isEqualTo(Role.CONTRIBUTOR);
        assertThat(authors.get("Aliased to a blocked one"))
                .extracting(Person::id)
                .isEqualTo(fallback.id());
        assertThat(ended.warnings()).anyMatch(warning -> warning.contains("blocked"));
        assertThat(everybody.byEmail(user(4).email())).isEmpty();
        assertThat(mailsTo(viewer.email())).isEmpty();
    }

    @Test
    void givesABlockedHostsRecordingToTheFallbackOwner() {
        var host = user(3);
        var fallback = people.person(Role.CONTRIBUTOR);
        var blocked = people.person(Role.CONTRIBUTOR);
        jdbc.sql("update person set email = :email, email_key = :email, status = 'BLOCKED' where id = :id")
                .param("email", host.email())
                .param("id", blocked.id().value())
                .update();
        meetingOf(host, "Blocked");
        var id = connect(
                zoom,
                manager,
                Map.of(
                        "enabled",
                        true,
                        "publishAs",
                        "zoom-user",
                        "fallbackOwner",
                        fallback.id().toString()));

        var ended = atRest(id);

        assertThat(author(only(id)).id()).isEqualTo(fallback.id());
        assertThat(ended.warnings()).anyMatch(warning -> warning.contains("blocked"));
        assertThat(mailsTo(host.email())).isEmpty();
    }
}
