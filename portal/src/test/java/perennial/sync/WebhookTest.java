package perennial.sync;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.people.Person;
import perennial.people.Role;
import zoomsim.Simulator;
import zoomsim.account.Meeting;
import zoomsim.account.RecordingFile;
import zoomsim.webhook.Attempt;
import zoomsim.webhook.Target;

/** What tests of Zoom's calls share: a connection that the simulator calls over HTTP. No sync is due for an hour. */
abstract class WebhookTest extends SyncTest {
    protected static final String SECRET = "kept between the two";
    protected static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    protected MeterRegistry meters;

    @Autowired
    protected ConnectionRows rows;

    protected Simulator zoom;
    protected Person manager;
    protected ConnectionId id;

    @BeforeEach
    void connect() {
        zoom = zoom();
        manager = people.person(Role.MANAGER);
        id = connect(zoom, manager, Map.of("enabled", true, "webhookSecret", SECRET, "publishStatus", "published"));
        atRest(id);
        zoom.webhooks().target(new Target(address(), SECRET));
        zoom.requests().clear();
    }

    protected URI address() {
        return at("/api/v1/zoom/webhooks/" + id);
    }

    protected SimulatedMeeting usual(String topic) {
        return new SimulatedMeeting(topic, zoom.account().owner()).usual(Duration.ZERO, 2, 1);
    }

    protected void awaitImported(int count) {
        await().atMost(PATIENCE).until(() -> status.of(id).count(RecordingState.IMPORTED) == count);
    }

    protected List<Integer> answers(int count) {
        await().atMost(PATIENCE).until(() -> zoom.webhooks().attempts().size() >= count);
        return zoom.webhooks().attempts().stream().map(Attempt::status).toList();
    }

    protected long lists() {
        return zoom.requests()
                .matching(request -> request.path().matches("/v2/(users|accounts)/.+/recordings"))
                .size();
    }

    protected double counted(String result) {
        return meters.counter("perennial.webhooks", "result", result).count();
    }

    protected int post(BodyPublisher body, String... headers) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address()).POST(body);
            if (headers.length > 0) request.headers(headers);
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    protected int looksLeft() {
        return jdbc.sql("select count(*) from zoom_look").query(Integer.class).single();
    }

    protected static Meeting with(Meeting meeting, RecordingFile file) {
        var files = new ArrayList<>(meeting.files());
        files.add(file);
        return meeting.withFiles(files);
    }
}
