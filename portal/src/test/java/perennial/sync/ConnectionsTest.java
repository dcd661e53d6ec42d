package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.people.Person;
import perennial.people.Role;
import zoomsim.fault.Fault;

class ConnectionsTest extends SyncTest {
    @Autowired
    private Inquiries inquiries;

    @Autowired
    private Runs runs;

    @Autowired
    private TransactionTemplate transaction;

    private Person manager;

    @BeforeEach
    void setUp() {
        manager = people.person(Role.MANAGER);
    }

    @Test
    void keepsTwoAccountsApart() {
        var one = zoom();
        var other = zoom();
        var ofOne = meeting(one, new SimulatedMeeting("One", one.account().owner()).usual(Duration.ZERO, 2, 1));
        meeting(other, new SimulatedMeeting("Other", other.account().owner()).usual(Duration.ZERO, 2, 2));
        meeting(other, new SimulatedMeeting("Another", other.account().owner()).usual(Duration.ZERO, 2, 3));
        // Two accounts may well have a meeting of the same UUID.
        var described = new SimulatedMeeting("Same UUID", other.account().owner()).usual(Duration.ZERO, 2, 4);
        other.account().put(described.build(ofOne.uuid()));
        var idOfOne = connect(one, manager, Map.of("enabled", true));
        var idOfOther = connect(other, manager, Map.of("enabled", true));

        assertThat(atRest(idOfOne).count(RecordingState.IMPORTED)).isEqualTo(1);
        assertThat(atRest(idOfOther).count(RecordingState.IMPORTED)).isEqualTo(3);
        assertThat(only(idOfOne).recording().topic()).isEqualTo("One");
    }

    @Test
    void runsAgainForAChangeThatIsMadeWhileItRuns() {
        var zoom = zoom();
        var host = zoom.account().owner();
        meeting(zoom, new SimulatedMeeting("Slow", host).usual(Duration.ZERO, 2, 1));
        meeting(zoom, new SimulatedMeeting("Town hall", host).usual(Duration.ZERO, 2, 2));
        zoom.faults().next(1, "/cmr/replay/", new Fault.Stall(1_000, Duration.ofSeconds(3)));
        var id = connect(zoom, manager, Map.of("enabled", true));
        await().atMost(Duration.ofSeconds(30)).until(() -> status.of(id).count(RecordingState.IMPORTING) > 0);
        var first = status.of(id).lastSyncedAttempt();

        connections.change(id, Map.of("name", "Renamed"), manager);
        var ended = atRest(id);

        assertThat(ended.syncProcess()).isEqualTo(SyncProcess.FINISHED);
        assertThat(ended.lastSyncedAttempt()).isAfter(first);
        assertThat(ended.count(RecordingState.IMPORTED)).isEqualTo(2);
    }

    @Test
    void isSwitchedOffBesideASyncThatHoldsItsRun() throws Exception {
        var id = connect(zoom(), manager, Map.of("enabled", true));
        besideItsSync(id, () -> connections.switchTo(id, false, manager));
        assertThat(connections.require(id).enabled()).isFalse();
        assertThat(runs.open(id)).isEmpty();
    }

    @Test
    void isRemovedBesideASyncThatHoldsItsRun() throws Exception {
        var id = connect(zoom(), manager, Map.of("enabled", true));
        besideItsSync(id, () -> connections.delete(id, manager));
        assertThat(jdbc.sql("select count(*) from zoom_connection where id = :id")
                        .param("id", id.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** A sync locks its run, then adds rows that name the connection; {@code change} begins in between. */
    private void besideItsSync(ConnectionId id, Runnable change) throws Exception {
        atRest(id);
        runs.begin(id, 1_000);
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            var changing = transaction.execute(status -> {
                assertThat(runs.lockOpen(id)).isPresent();
                var begun = other.submit(change);
                await().until(() -> jdbc.sql("""
                                select exists (select 1 from pg_stat_activity
                                    where wait_event_type = 'Lock' and query like 'update sync_run%')""").query(Boolean.class).single());
                jdbc.sql("select 1 from zoom_connection where id = :id for key share")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single();
                return begun;
            });
            changing.get();
        }
    }

    /** Whoever reads Zoom's lists locks the run, then the recordings it sees. */
    @Test
    void bringsARecordingInBesideAListThatIsRead() {
        var zoom = zoom();
        meeting(zoom, new SimulatedMeeting("Listed again", zoom.account().owner()).usual(Duration.ZERO, 2, 1));
        zoom.faults().next(1, "/cmr/replay/", new Fault.Stall(1_000, Duration.ofSeconds(2)));
        var id = connect(zoom, manager, Map.of("enabled", true));
        await().atMost(Duration.ofSeconds(30)).until(() -> status.of(id).count(RecordingState.IMPORTING) > 0);

        transaction.executeWithoutResult(status -> {
            assertThat(runs.lockOpen(id)).isPresent();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> jdbc.sql("""
                            select exists (select 1 from pg_stat_activity
                                where wait_event_type = 'Lock' and query like '%sync_run%')""").query(Boolean.class).single());
            jdbc.sql("update zoom_recording set attempts = attempts where zoom_account = :account")
                    .param("account", zoom.account().id())
                    .update();
        });

        assertThat(atRest(id).count(RecordingState.IMPORTED)).isEqualTo(1);
    }

    @Test
    void startsNothingNewOnceItIsOffAndGoesOnWhenItIsOnAgain() {
        var zoom = zoom();
        var host = zoom.account().owner();
        var meeting = meeting(zoom, new SimulatedMeeting("Stopped", host).usual(Duration.ZERO, 2, 1));
        zoom.faults().next(1, "/cmr/replay/", new Fault.Stall(1_000, Duration.ofSeconds(2)));
        var id = connect(zoom, manager, Map.of("enabled", true));
        await().atMost(Duration.ofSeconds(30)).until(() -> status.of(id).count(RecordingState.IMPORTING) > 0);

        connections.switchTo(id, false, manager);
        assertThat(status.of(id).syncProcess()).isEqualTo(SyncProcess.OFF);
        await().atMost(Duration.ofSeconds(30)).until(() -> status.of(id).count(RecordingState.FOUND) == 1);
        assertThat(only(id).recording().mediaIds()).isEmpty();

        connections.switchTo(id, true, manager);
        assertThat(atRest(id).syncProcess()).isEqualTo(SyncProcess.FINISHED);
        assertSameBytes(meeting, only(id));
    }

    @Test
    void leavesAtZoomWhatTheSettingsDoNotAskFor() {
        var zoom = zoom();
        var host = zoom.account().owner();
        meeting(zoom, new SimulatedMeeting("All hands", host).usual(Duration.ZERO, 2, 1));
        meeting(zoom, new SimulatedMeeting("Private talk", host).usual(Duration.ZERO, 2, 2));
        meeting(zoom, new SimulatedMeeting("All on stage", host).type(5).usual(Duration.ZERO, 2, 3));
        var id = connect(zoom, manager, Map.of("enabled", true, "topicInclude", "^ALL", "webinars", false));

        var ended = atRest(id);
        assertThat(ended.count(RecordingState.IMPORTED)).isEqualTo(1);
        assertThat(ended.count(RecordingState.SKIPPED)).isEqualTo(2);

        connections.change(id, Map.of("webinars", true), manager);
        assertThat(atRest(id).count(RecordingState.IMPORTED)).isEqualTo(2);
    }

    @Test
    void takesTheLedgerUpAgainAfterAConnectionWasDeleted() {
        var zoom = zoom();
        meeting(zoom, new SimulatedMeeting("Kept", zoom.account().owner()).usual(Duration.ZERO, 2, 1));
        var id = connect(zoom, manager, Map.of("enabled", true));
        atRest(id);
        var before = only(id).recording();
        connections.delete(id, manager);
        zoom.requests().clear();

        var again = connect(zoom, manager, Map.of("enabled", true));
        assertThat(atRest(again).syncProcess()).isEqualTo(SyncProcess.FINISHED);
        assertThat(only(again).recording()).isEqualTo(before);
        assertThat(zoom.requests().matching(request -> request.path().contains("/rec/")))
                .isEmpty();
    }

    @Test
    void isRemovedInMidImportAndAnotherGoesOn() {
        var zoom = zoom();
        var meeting = meeting(zoom, new SimulatedMeeting("Cut", zoom.account().owner()).usual(Duration.ZERO, 2, 1));
        zoom.faults().next(1, "/cmr/replay/", new Fault.Stall(1_000, Duration.ofSeconds(2)));
        var id = connect(zoom, manager, Map.of("enabled", true));
        await().atMost(Duration.ofSeconds(30)).until(() -> status.of(id).count(RecordingState.IMPORTING) > 0);

        connections.delete(id, manager);
        var again = connect(zoom, manager, Map.of("enabled", true));

        assertThat(atRest(again).count(RecordingState.IMPORTED)).isEqualTo(1);
        assertSameBytes(meeting, only(again));
        assertThat(only(again).recording().mediaIds()).hasSize(1);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        var zoom = zoom();
        var fields = access(zoom);
        fields.put("users", "mira@example.org\nnot an address\n");
        fields.put("fetchFrom", "yesterday");
        fields.put("minimumLength", "five minutes");
        fields.put("topicInclude", "(");
        fields.put("publishAs", "everybody");
        fields.put("oauthUrl", "zoom");
        fields.put("fallbackOwner", "nobody@example.org");
        fields.put("deletionCap", 0);
        fields.put("aliases", "a@example.org = nobody@example.org");
        fields.put("colour", "blue");
        fields.remove("clientSecret");

        assertThatThrownBy(() -> connections.create(fields, manager))
                .isInstanceOfSatisfying(InvalidSettings.class, wrong -> {
                    assertThat(wrong.fields())
                            .containsOnlyKeys(
                                    "users",
                                    "fetchFrom",
                                    "minimumLength",
                                    "topicInclude",
                                    "publishAs",
                                    "oauthUrl",
                                    "fallbackOwner",
                                    "deletionCap",
                                    "aliases",
                                    "colour",
                                    "clientSecret");
                    assertThat(wrong.fields().get("users")).contains("Line 2", "not an address");
                    assertThat(wrong.fields().get("aliases")).contains("Line 1", "nobody@example.org");
                    assertThat(wrong.fields().get("topicInclude")).contains("A bracket ( is not closed.");
                });
    }

    /** C6: neither a preview nor a save sends what is saved to an address that somebody has just typed. */
    @Test
    void sendsASavedSecretToNoOtherHost() {
        var other = zoom();
        var id = connect(zoom(), manager, Map.of("apiSecret", "of the old way in"));
        var moved = new HashMap<String, Object>(Map.of("oauthUrl", other.url(), "apiUrl", other.url() + "/v2"));
        for (var field : List.of("oauthUrl", "apiUrl")) {
            assertAsksForSecret(() -> inquiries.preview(id, Map.of(field, moved.get(field)), manager), "clientSecret");
        }
        assertAsksForSecret(() -> connections.change(id, moved, manager), "clientSecret");
        moved.putAll(Map.of("auth", "jwt", "apiKey", "key"));
        assertAsksForSecret(() -> connections.change(id, moved, manager), "apiSecret");
        assertThat(other.requests().matching(request -> true)).isEmpty();

        moved.putAll(Map.of("auth", "server-to-server", "clientSecret", "typed once more"));
        assertThat(connections.change(id, moved, manager).secretsSaved())
                .as("the other one was meant for the old host")
                .containsExactly("clientSecret");
    }

    private static void assertAsksForSecret(ThrowingCallable change, String field) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        wrong -> assertThat(wrong.fields())
                                .containsOnlyKeys(field)
                                .hasEntrySatisfying(
                                        field, sentence -> assertThat(sentence).contains("once more")));
    }

    /** U7: in the forms in which people write such a list. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "MIRA@clinic.example = %s\n\n",
                "mira@clinic.example -> %s",
                " mira@clinic.example, %s",
                "mira@clinic.example\t%s"
            })
    void readsAliasesAndGivesThemBack(String written) {
        var id = connect(zoom(), manager, Map.of("aliases", written.formatted(manager.email())));

        assertThat(connections.require(id).settings().publishing().aliases())
                .isEqualTo(Map.of("mira@clinic.example", manager.id()));
        connections.change(id, Map.of("name", "Other"), manager);
        assertThat(connections.require(id).settings().publishing().alias(" Mira@Clinic.example"))
                .isEqualTo(manager.id());
        connections.change(id, Map.of("aliases", Map.of()), manager);
        assertThat(connections.require(id).settings().publishing().aliases()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mira@clinic.example",
                "mira at clinic = %s",
                "a@b.example = %s\na@B.example = %s",
                "a@b.example = %s = c"
            })
    void refusesAliasesThatAreNone(String written) {
        var fields = access(zoom());
        fields.put("aliases", written.replace("%s", manager.email()));

        assertThatThrownBy(() -> connections.create(fields, manager))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        wrong -> assertThat(wrong.fields().get("aliases")).contains("Line "));
    }

    @Test
    void allowsOneConnectionAnAccount() {
        var zoom = zoom();
        connect(zoom, manager, Map.of());

        assertThatThrownBy(() -> connections.create(access(zoom), manager))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        wrong -> assertThat(wrong.fields()).containsOnlyKeys("accountId"));
    }

    @Test
    void sealsSecretsAndKeepsThemOverABlankField() {
        var zoom = zoom();
        var id = connect(zoom, manager, Map.of("clientSecret", "a secret of ours", "users", List.of()));

        connections.change(id, Map.of("clientSecret", "", "name", "Other"), manager);

        var stored = jdbc.sql("select client_secret from zoom_connection where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
        assertThat(stored).startsWith("v1.").doesNotContain("secret of ours");
        assertThat(connections.require(id).secretsSaved()).containsExactly("clientSecret");
        var audit = jdbc.sql("select string_agg(detail, ' ') from audit_entry")
                .query(String.class)
                .single();
        assertThat(audit).doesNotContain("secret of ours");
    }
}
