package zoomsim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zoomsim.account.Meeting;

/** From a link in a reply to the bytes of a file. */
class DownloadTest {
    private static final String HTML = "text/html;charset=utf-8";

    private Simulator simulator;
    private Caller zoom;
    private Meeting meeting;
    private byte[] whole;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.start(Options.forTests());
        zoom = new Caller(simulator).signedIn();
        meeting = Meetings.plain(simulator, "Files");
        whole = zoom.bytes(location()).body();
    }

    @AfterEach
    void stop() {
        zoom.close();
        simulator.close();
    }

    @Test
    void aLinkIsNewEachTimeAndLeadsToTheFileServer() {
        assertThat(link()).isNotEqualTo(link());
        assertThat(link()).matches(".*/rec/download/[\\w-]{80}\\.[\\w-]{16}");
        var reply = zoom.get(link());
        assertThat(reply.statusCode()).isEqualTo(302);
        assertThat(Caller.header(reply, "Content-Disposition")).isEmpty();
        assertThat(Caller.header(reply, "Location"))
                .startsWith("http://127.0.0.1:%d/cmr/replay/".formatted(simulator.cdnPort()))
                .contains("_Files_avo_640x360.mp4?");
        assertThat(whole).hasSize(100_000);
    }

    @Test
    void theTokenMayComeInTheQuery() {
        var token = zoom.token();
        var link = link();
        zoom.with("");
        assertThat(zoom.get(link + "?access_token=" + token).statusCode()).isEqualTo(302);
    }

    @Test
    void aDownloadTokenOpensTheFileToo() {
        var path = "/v2/meetings/%s/recordings?include_fields=download_access_token&ttl=60"
                .formatted(Caller.twice(meeting.uuid()));
        var detail = zoom.json(path);
        zoom.with(detail.path("download_access_token").asString());
        assertThat(zoom.get(Meetings.downloadUrl(detail, "MP4")).statusCode()).isEqualTo(302);
    }

    @Test
    void whoeverMayNotGetsAPageWithStatus200() {
        var link = link();
        var trashed = zoom.token();
        zoom.with("");
        assertPage(link);
        zoom.with("wrong");
        assertPage(link);
        zoom.with(trashed);
        zoom.send("DELETE", "/v2/meetings/%s/recordings".formatted(Caller.twice(meeting.uuid())), "");
        assertPage(link);
    }

    @Test
    void anExpiredBearerGets401() {
        var link = link();
        simulator.tokens().expireAll();
        var reply = zoom.get(link);
        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(Caller.json(reply).path("code").asInt()).isEqualTo(124);
    }

    @Test
    void anAddressOnTheFileServerIsSignedAndExpires() {
        var location = location();
        assertThat(zoom.get(location.replace("_avo_", "_gvo_")).statusCode()).isEqualTo(403);
        simulator.clock().advance(Duration.ofMinutes(31));
        assertThat(zoom.get(location).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 10",
        "bytes=99990-, 99990, 100000",
        "bytes=-5, 99995, 100000",
        "bytes=10-999999, 10, 100000"
    })
    void aRangeGivesThatPart(String range, int from, int to) throws Exception {
        var reply = zoom.bytes(location(), "Range", range);
        assertThat(reply.statusCode()).isEqualTo(206);
        assertThat(Caller.header(reply, "Content-Range")).isEqualTo("bytes %d-%d/100000".formatted(from, to - 1));
        assertThat(reply.body()).isEqualTo(Arrays.copyOfRange(whole, from, to));
    }

    @Test
    void aRangeBehindTheEndGives416() throws Exception {
        var reply = zoom.bytes(location(), "Range", "bytes=100000-");
        assertThat(reply.statusCode()).isEqualTo(416);
        assertThat(Caller.header(reply, "Content-Range")).isEqualTo("bytes */100000");
    }

    @Test
    void ifRangeDecidesBetweenPartAndWhole() throws Exception {
        var etag = Caller.header(zoom.bytes(location()), "ETag");
        var same = zoom.bytes(location(), "Range", "bytes=5-", "If-Range", etag);
        assertThat(same.statusCode()).isEqualTo(206);
        var other = zoom.bytes(location(), "Range", "bytes=5-", "If-Range", "\"other\"");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(whole);
    }

    @Test
    void headTellsTheSizeOnly() {
        var reply = zoom.send("HEAD", location(), "");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(Caller.header(reply, "Content-Length")).isEqualTo("100000");
        assertThat(Caller.header(reply, "Content-Type")).isEqualTo("video/mp4");
    }

    private void assertPage(String link) {
        var reply = zoom.get(link);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(Caller.header(reply, "Content-Type")).isEqualTo(HTML);
        assertThat(reply.body()).contains("Only the host can download this recording");
    }

    private String link() {
        return Meetings.downloadUrl(
                zoom.json("/v2/meetings/%s/recordings".formatted(Caller.twice(meeting.uuid()))), "MP4");
    }

    private String location() {
        return Caller.header(zoom.get(link()), "Location");
    }
}
