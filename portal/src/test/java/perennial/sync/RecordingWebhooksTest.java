package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.hooks.Receiver;
import perennial.hooks.Webhooks;
import perennial.people.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zoomsim.fault.Fault;

/** What other programs are told of recordings. */
class RecordingWebhooksTest extends SyncTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private Webhooks webhooks;

    @Test
    void tellsThatOneIsImportedAndThatOneNeedsAPerson() {
        var manager = people.person(Role.MANAGER);
        var zoom = zoom();
        var good = meeting(zoom, new SimulatedMeeting("Weekly", zoom.account().owner()).usual(Duration.ZERO, 2, 1));
        try (var receiver = new Receiver()) {
            var events = java.util.List.of("recording.imported", "recording.failed");
            var webhook =
                    webhooks.make(receiver.url(), events, manager).webhook().id();
            var id = connect(zoom, manager, Map.of("enabled", true));
            atRest(id);
            meeting(zoom, new SimulatedMeeting("Broken", zoom.account().owner()).usual(Duration.ZERO, 2, 2));
            zoom.faults().always("/rec/|/cmr/", new Fault.HtmlPage());
            control.sync(id, false, manager);

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> receiver.messages().size() == 2);
            var imported = JSON.readTree(receiver.messages().getFirst().body());
            var failed = JSON.readTree(receiver.messages().getLast().body());
            webhooks.delete(webhook, manager);

            assertThat(imported.path("type").asString()).isEqualTo("recording.imported");
            assertThat(uuid(imported)).isEqualTo(good.uuid());
            assertThat(imported.at("/data/connection").asString()).isEqualTo(id.toString());
            assertThat(imported.at("/data/link").asString())
                    .endsWith("/zoom/%s/recordings/%s"
                            .formatted(id, imported.at("/data/id").asString()));
            assertThat(imported.toString()).doesNotContain("Weekly");
            assertThat(failed.path("type").asString()).isEqualTo("recording.failed");
        }
    }

    private String uuid(JsonNode message) {
        return ledger.recording(RecordingId.parse(message.at("/data/id").asString()))
                .recording()
                .uuid();
    }
}
