package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.library.Contents;
import perennial.library.VisibleMedia;
import perennial.people.Person;
import perennial.people.Role;
import zoomsim.account.TextBytes;

/** M8: what was written to one person alone is left out of the replay, unless the settings say otherwise. */
class PrivateChatTest extends SyncTest {
    private static final String CHAT = """
            00:00:00 From Ada to Everyone:
                hello all
            00:00:01 From Ada to Mary(Direct Message):
                between us
            """;

    @Autowired
    private VisibleMedia media;

    @Autowired
    private Contents contents;

    private Person manager;

    @BeforeEach
    void somebody() {
        manager = people.person(Role.MANAGER);
    }

    @Test
    void leavesItOutUntilItIsAskedFor() {
        var zoom = zoom();
        meeting(
                zoom,
                new SimulatedMeeting("Whispers", zoom.account().owner())
                        .view("active_speaker", Duration.ZERO, 2, 1)
                        .add("CHAT", "chat_file", Duration.ZERO, 2, new TextBytes(CHAT)));
        var id = connect(zoom, manager, Map.of("enabled", true));
        atRest(id);
        assertThat(chat(id)).containsExactly("Ada: hello all");

        connections.change(id, Map.of("privateChat", true), manager);
        atRest(id);
        actions.importAgain(only(id).recording().id(), manager);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(chat(id)).containsExactly("Ada: hello all", "Ada to Mary: between us"));
    }

    private List<String> chat(ConnectionId id) {
        var item = only(id).recording().mediaIds().getFirst();
        return contents.of(media.find(item, manager.id()).orElseThrow(), manager.id()).chat().stream()
                .map(line -> "%s: %s".formatted(line.from(), line.text()))
                .toList();
    }
}
