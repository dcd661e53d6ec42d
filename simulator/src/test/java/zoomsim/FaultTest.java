package zoomsim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import zoomsim.fault.Fault;

/** Trouble comes when ordered, as often as ordered, and then is over. */
class FaultTest {
    private Simulator simulator;
    private Caller zoom;
    private String location;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.start(Options.forTests());
        zoom = new Caller(simulator).signedIn();
        var meeting = Meetings.plain(simulator, "Files");
        var detail = zoom.json("/v2/meetings/%s/recordings".formatted(Caller.twice(meeting.uuid())));
        location = Caller.header(zoom.get(Meetings.downloadUrl(detail, "MP4")), "Location");
    }

    @AfterEach
    void stop() {
        zoom.close();
        simulator.close();
    }

    @Test
    void theDailyLimitNamesAnInstant() {
        simulator.faults().next("/v2/users", new Fault.TooManyRequests(Instant.parse("2030-01-01T00:00:00.5Z")));
        var reply = zoom.get("/v2/users");
        assertThat(reply.statusCode()).isEqualTo(429);
        assertThat(Caller.header(reply, "Retry-After")).isEqualTo("2030-01-01T00:00:00Z");
        assertThat(Caller.header(reply, "X-RateLimit-Type")).isEqualTo("Daily-limit");
        assertThat(Caller.header(reply, "X-RateLimit-Category")).isEqualTo("Medium");
        assertThat(zoom.get("/v2/users").statusCode()).isEqualTo(200);
    }

    @Test
    void theLimitPerSecondNamesNoTime() {
        simulator.faults().next(2, "/v2/.*", new Fault.TooManyRequests(null));
        for (int i = 0; i < 2; i++) {
            var reply = zoom.get("/v2/users");
            assertThat(reply.statusCode()).isEqualTo(429);
            assertThat(Caller.header(reply, "Retry-After")).isEmpty();
        }
        assertThat(zoom.get("/v2/users").statusCode()).isEqualTo(200);
    }

    @Test
    void errorsAndExpiredTokens() {
        simulator.faults().next("/v2/users", new Fault.ServerError(503));
        simulator.faults().next("/rec/download/", new Fault.TokenExpired());
        assertThat(zoom.get("/v2/users").statusCode()).isEqualTo(503);
        assertThat(zoom.get("/rec/download/x.y").statusCode()).isEqualTo(401);
    }

    @Test
    void aPageComesInsteadOfAFile() {
        simulator.faults().next("/cmr/", new Fault.HtmlPage());
        var reply = zoom.get(location);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).contains("<title>Zoom</title>");
    }

    @Test
    void aConnectionIsCutInTheMiddle() throws Exception {
        simulator.faults().next("/cmr/", new Fault.Cut(5_000));
        assertThatThrownBy(() -> zoom.bytes(location)).isInstanceOf(IOException.class);
        assertThat(zoom.bytes(location).body()).hasSize(100_000);
    }

    @Test
    void anAnswerMayGetLostAfterTheWorkIsDone() {
        simulator.requests().clear();
        simulator.faults().always("/cmr/", new Fault.LostAnswer());
        assertThatThrownBy(() -> zoom.bytes(location)).isInstanceOf(IOException.class);
        assertThat(simulator.requests().all())
                .isNotEmpty() // this client asks again
                .allSatisfy(request -> assertThat(request.status()).isEqualTo(200));
    }

    @Test
    void aFaultMayLetOthersPassFirst() {
        simulator.faults().after(1, "/v2/users", new Fault.ServerError(503));
        assertThat(zoom.get("/v2/users").statusCode()).isEqualTo(200);
        assertThat(zoom.get("/v2/users").statusCode()).isEqualTo(503);
        assertThat(zoom.get("/v2/users").statusCode()).isEqualTo(200);
    }

    @Test
    void aRangeMayBeIgnored() throws Exception {
        simulator.faults().next("/cmr/", new Fault.IgnoreRange());
        var reply = zoom.bytes(location, "Range", "bytes=5-");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).hasSize(100_000);
    }

    @Test
    void bytesMayComeSlowly() throws Exception {
        var whole = zoom.bytes(location).body();
        simulator.faults().next("/cmr/", new Fault.Throttle(200_000));
        var before = System.nanoTime();
        assertThat(zoom.bytes(location).body()).isEqualTo(whole);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(400));
    }

    @Test
    void aReplyMayStallBeforeOrInsideTheBody() throws Exception {
        var whole = zoom.bytes(location).body();
        for (long after : new long[] {0, 50_000}) {
            simulator.faults().next("/cmr/", new Fault.Stall(after, Duration.ofMillis(300)));
            var before = System.nanoTime();
            assertThat(zoom.bytes(location).body()).isEqualTo(whole);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(290));
        }
    }

    @Test
    void theLogSaysWhatWasAskedAndWhetherATokenCame() {
        simulator.requests().clear();
        zoom.get("/v2/users?page_size=7");
        zoom.with("").get(location, "Range", "bytes=0-1");
        var log = simulator.requests().all();
        assertThat(log).hasSize(2);
        assertThat(log.getFirst().query()).isEqualTo("page_size=7");
        assertThat(log.getFirst().authorized()).isTrue();
        assertThat(log.getLast().server()).isEqualTo("cdn");
        assertThat(log.getLast().range()).isEqualTo("bytes=0-1");
        assertThat(log.getLast().authorized()).isFalse();
        assertThat(log.getLast().status()).isEqualTo(206);
    }
}
