package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.library.Library;
import perennial.library.MediaStatus;
import perennial.people.Role;

class GoodWayTest extends SyncTest {
    @Autowired
    private Library library;

    @Test
    void bringsEverythingInOnceTheSwitchIsOn() {
        var zoom = zoom();
        var host = zoom.account().owner();
        var older = meeting(
                zoom,
                new SimulatedMeeting("Planning / 計画", host)
                        .startedAgo(Duration.ofDays(3))
                        .usual(Duration.ZERO, 2, 1));
        var newer = meeting(zoom, new SimulatedMeeting("Review", host).usual(Duration.ofMinutes(1), 2, 2));
        var manager = people.person(Role.MANAGER);
        var id = connect(zoom, manager, Map.of("publishStatus", "published"));
        assertThat(status.of(id).syncProcess()).isEqualTo(SyncProcess.OFF);

        connections.switchTo(id, true, manager);
        var finished = atRest(id);

        assertThat(finished.syncProcess()).as(finished.toString()).isEqualTo(SyncProcess.FINISHED);
        assertThat(finished.count(RecordingState.IMPORTED)).isEqualTo(2);
        assertThat(finished.lastRecordingFetchedTill()).isEqualTo(newer.start());
        assertThat(finished.completeTill()).isEqualTo(finished.lastSyncedAttempt());
        assertThat(finished.authorization().status()).isEqualTo(Authorization.Status.AUTHORIZED);
        var entries = entries(id);
        assertSameBytes(newer, entries.get(0));
        assertSameBytes(older, entries.get(1));
        assertThat(library.status(entries.get(0).recording().mediaIds().getFirst()))
                .contains(MediaStatus.PUBLISHED);
    }

    @Test
    void makesNothingTwiceWhenItSyncsAgain() {
        var zoom = zoom();
        meeting(zoom, new SimulatedMeeting("Once", zoom.account().owner()).usual(Duration.ZERO, 2, 1));
        var manager = people.person(Role.MANAGER);
        var id = connect(zoom, manager, Map.of("enabled", true));
        atRest(id);
        var before = only(id).recording();
        zoom.requests().clear();

        control.sync(id, manager);
        var finished = atRest(id);

        assertThat(finished.syncProcess()).isEqualTo(SyncProcess.FINISHED);
        assertThat(only(id).recording()).isEqualTo(before);
        assertThat(zoom.requests().matching(request -> request.path().contains("/rec/")))
                .isEmpty();
    }
}
