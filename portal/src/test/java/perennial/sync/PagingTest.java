package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.people.Person;
import perennial.people.Role;
import zoomsim.Simulator;
import zoomsim.account.Identifiers;
import zoomsim.account.Meeting;
import zoomsim.account.User;
import zoomsim.auth.Scopes;
import zoomsim.fault.Fault;

/**
 * Nothing on Zoom's lists is missed or doubled, however long they are and wherever they are cut. The meetings are webinars,
 * which the connection leaves at Zoom, so that only the lists are read.
 */
class PagingTest extends SyncTest {
    private static final String LISTS = "/v2/(users|accounts)/[^/]+/recordings";

    private final Identifiers identifiers = new Identifiers(System.nanoTime());
    private Person manager;

    @BeforeEach
    void setUp() {
        manager = people.person(Role.MANAGER);
    }

    private void webinar(Simulator zoom, User host, Instant start) {
        var described = new SimulatedMeeting("All on stage", host)
                .type(5)
                .startedAgo(Duration.between(start, Instant.now()))
                .add("TXT", "chat_file", Duration.ZERO, 5, new zoomsim.account.TextBytes("x"));
        zoom.account().load(described.build(identifiers.meetingUuid()));
    }

    private ConnectionId listing(Simulator zoom, LocalDate from) {
        return connect(zoom, manager, Map.of("enabled", true, "webinars", false, "fetchFrom", from.toString()));
    }

    private static void noAccountList(Simulator zoom) {
        zoom.tokens()
                .scopes(Scopes.ALL.stream()
                        .filter(scope -> !scope.contains("list_account_recordings"))
                        .toList());
    }

    private List<String> uuids(ConnectionId id) {
        return jdbc.sql("select uuid from zoom_recording where zoom_account = :account")
                .param("account", connections.require(id).zoomAccount())
                .query((row, n) -> row.getString("uuid"))
                .list();
    }

    private static Set<String> atZoom(Simulator zoom) {
        var uuids = new HashSet<String>();
        zoom.account().meetings().stream().map(Meeting::uuid).forEach(uuids::add);
        return uuids;
    }

    private void assertAllThere(Simulator zoom, ConnectionId id) {
        var ended = atRest(id);
        assertThat(ended.syncProcess())
                .as(ended.message())
                .isIn(SyncProcess.FINISHED, SyncProcess.FINISHED_WITH_WARNINGS);
        assertThat(uuids(id)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(atZoom(zoom));
    }

    private static long lists(Simulator zoom) {
        return zoom.requests()
                .matching(request -> request.path().matches(LISTS))
                .size();
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 299, 300, 301, 1500})
    void findsEveryMeetingOfAWindow(int count) {
        var zoom = zoom();
        var end = Instant.now().minus(Duration.ofDays(1));
        for (int i = 0; i < count; i++) webinar(zoom, zoom.account().owner(), end.minusSeconds(i * 900L));

        assertAllThere(zoom, listing(zoom, LocalDate.now(ZoneOffset.UTC).minusDays(20)));
        assertThat(lists(zoom)).isLessThanOrEqualTo(1 + (count - 1) / 300);
    }

    @Test
    void findsEveryMeetingHostByHostWhereTheAccountListIsNotAllowed() {
        var zoom = zoom();
        noAccountList(zoom);
        var hosts = zoom.account().users();
        var end = Instant.now().minus(Duration.ofDays(1));
        for (int i = 0; i < 301; i++) webinar(zoom, hosts.get(i % 2), end.minusSeconds(i * 1800L));

        assertAllThere(zoom, listing(zoom, LocalDate.now(ZoneOffset.UTC).minusDays(20)));
    }

    @Test
    void losesNoDayAtTheEndOfAMonthNorTheLeapDay() {
        var zoom = zoom();
        var first = LocalDate.of(2024, 1, 28);
        var last = LocalDate.of(2024, 5, 3);
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            webinar(zoom, zoom.account().owner(), day.atStartOfDay().toInstant(ZoneOffset.UTC));
            webinar(zoom, zoom.account().owner(), day.atTime(23, 59, 59).toInstant(ZoneOffset.UTC));
        }

        assertAllThere(zoom, listing(zoom, first));
    }

    @Test
    void readsAWindowAgainWhenItsPageTokenExpires() {
        var zoom = zoom();
        var end = Instant.now().minus(Duration.ofDays(1));
        for (int i = 0; i < 700; i++) webinar(zoom, zoom.account().owner(), end.minusSeconds(i * 900L));
        zoom.faults().next(2, LISTS, new Fault.PageTokenExpired());
        var id = listing(zoom, LocalDate.now(ZoneOffset.UTC).minusDays(20));

        assertAllThere(zoom, id);
        assertThat(lists(zoom)).isGreaterThan(3);
    }

    @Test
    void asksNoMoreThanTwentyTimesForAThousandMeetingsOfAHundredPeopleInAYear() {
        var zoom = zoom("--users=100");
        var hosts = zoom.account().users();
        var end = Instant.now().minus(Duration.ofHours(2));
        for (int i = 0; i < 1000; i++) webinar(zoom, hosts.get(i % 100), end.minus(Duration.ofMinutes(i * 520L)));
        zoom.requests().clear();

        assertAllThere(zoom, listing(zoom, LocalDate.now(ZoneOffset.UTC).minusYears(1)));

        var asked = new ArrayList<String>();
        zoom.requests()
                .matching(request -> request.path().startsWith("/v2/"))
                .forEach(request -> asked.add(request.path() + "?" + request.query()));
        assertThat(asked).as(String.join("\n", asked)).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void listsAgainOnlyWhatMayStillChange() {
        var zoom = zoom();
        webinar(zoom, zoom.account().owner(), noon(LocalDate.now(ZoneOffset.UTC).minusDays(200)));
        webinar(zoom, zoom.account().owner(), noon(LocalDate.now(ZoneOffset.UTC).minusDays(2)));
        var id = listing(zoom, LocalDate.now(ZoneOffset.UTC).minusYears(1));
        assertAllThere(zoom, id);
        assertThat(lists(zoom)).isGreaterThan(10);
        zoom.requests().clear();

        webinar(zoom, zoom.account().owner(), noon(LocalDate.now(ZoneOffset.UTC).minusDays(3)));
        control.sync(id, manager);

        assertAllThere(zoom, id);
        assertThat(lists(zoom)).isEqualTo(1);
    }

    @Test
    void listsAllOnceADayAndWhenTheSettingsChange() {
        var zoom = zoom();
        webinar(zoom, zoom.account().owner(), noon(LocalDate.now(ZoneOffset.UTC).minusDays(200)));
        var id = listing(zoom, LocalDate.now(ZoneOffset.UTC).minusYears(1));
        assertAllThere(zoom, id);
        // Recovered from the trash by somebody, say: no list of the last week shows it.
        webinar(zoom, zoom.account().owner(), noon(LocalDate.now(ZoneOffset.UTC).minusDays(150)));
        control.sync(id, manager);
        atRest(id);
        assertThat(uuids(id)).hasSize(1);

        jdbc.sql("update zoom_listed set all_read_at = all_read_at - interval '25 hours'")
                .update();
        control.sync(id, manager);
        assertAllThere(zoom, id);

        webinar(zoom, zoom.account().owner(), noon(LocalDate.now(ZoneOffset.UTC).minusDays(120)));
        connections.change(id, Map.of("topicExclude", "nothing of this kind"), manager);
        assertAllThere(zoom, id);
    }
}
