package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import perennial.people.Role;
import perennial.web.PortalException;

/** S9: finding a recording in a ledger. A rule leaves all of these at Zoom, so nothing is fetched. */
class LedgerFilterTest extends SyncTest {
    @Test
    void findsByTopicHostNumberAndDayPageByPage() {
        var zoom = zoom();
        var hosts = zoom.account().users();
        var number = meeting(
                        zoom,
                        new SimulatedMeeting("Budget: 100% _sure_", hosts.get(0))
                                .startedAgo(Duration.ofDays(1))
                                .usual(Duration.ZERO, 2, 1))
                .number();
        meeting(
                zoom,
                new SimulatedMeeting("Weekly", hosts.get(1))
                        .startedAgo(Duration.ofDays(2))
                        .usual(Duration.ZERO, 2, 1));
        meeting(
                zoom,
                new SimulatedMeeting("budget, the small one", hosts.get(1))
                        .startedAgo(Duration.ofDays(9))
                        .usual(Duration.ZERO, 2, 1));
        var id = connect(
                zoom, people.person(Role.MANAGER), Map.of("enabled", true, "topicInclude", "none is called so"));
        atRest(id);

        assertThat(topics(id, words("BUDGET"))).containsExactly("Budget: 100% _sure_", "budget, the small one");
        assertThat(topics(id, words("0% _"))).containsExactly("Budget: 100% _sure_");
        assertThat(topics(id, words(hosts.get(1).email()))).containsExactly("Weekly", "budget, the small one");
        assertThat(topics(id, words("%d %s".formatted(number / 1000, "%03d".formatted(number % 1000)))))
                .containsExactly("Budget: 100% _sure_");
        var lastWeek = new LedgerFilter(
                RecordingState.SKIPPED,
                "",
                Instant.now().minus(Duration.ofDays(3)),
                Instant.now().minus(Duration.ofHours(36)));
        assertThat(topics(id, lastWeek)).containsExactly("Weekly");
        assertThat(topics(id, LedgerFilter.of(RecordingState.FAILED))).isEmpty();
        assertThat(ledger.counts(id, words("budget"))).containsEntry(RecordingState.SKIPPED, 2L);

        var everything = new LedgerFilter(null, "", Instant.MIN, Instant.MAX);
        assertThat(topics(id, everything)).hasSize(3);
        assertThat(ledger.counts(id, new LedgerFilter(null, "", Instant.MAX, null)))
                .containsEntry(RecordingState.SKIPPED, 0L);
        var never = new LedgerCursor(Instant.MAX, RecordingId.parse("00000000-0000-0000-0000-000000000001")).text();
        assertThatThrownBy(() -> ledger.page(id, LedgerFilter.ALL, never, 1)).isInstanceOf(PortalException.class);

        var first = ledger.page(id, words("budget"), null, 1);
        var second = ledger.page(id, words("budget"), first.next(), 1);
        assertThat(second.entries().getFirst().recording().topic()).isEqualTo("budget, the small one");
        assertThat(second.next()).isNull();
    }

    private static LedgerFilter words(String words) {
        return new LedgerFilter(null, words, null, null);
    }

    private List<String> topics(ConnectionId id, LedgerFilter filter) {
        return ledger.page(id, filter, null, 100).entries().stream()
                .map(entry -> entry.recording().topic())
                .toList();
    }
}
