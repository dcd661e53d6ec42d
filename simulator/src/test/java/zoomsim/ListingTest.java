package zoomsim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lists come in pages, by month, newest first, and nothing is lost between the pages. */
class ListingTest {
    private Simulator simulator;
    private Caller zoom;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.start(Options.forTests());
        zoom = new Caller(simulator).signedIn();
    }

    @AfterEach
    void stop() {
        zoom.close();
        simulator.close();
    }

    @Test
    void pagesShowEachRecordingOnceNewestFirst() {
        for (int i = 0; i < 7; i++) recordedOn("Meeting " + i, today().minusDays(i));
        var path = "/v2/users/me/recordings?page_size=3&from=%s&to=%s".formatted(today().minusDays(20), today());
        var topics = new ArrayList<String>();
        var page = zoom.json(path);
        assertThat(page.path("total_records").asInt()).isEqualTo(7);
        assertThat(page.path("page_count").asInt()).isEqualTo(3);
        while (true) {
            page.path("meetings")
                    .forEach(meeting -> topics.add(meeting.path("topic").asString()));
            var token = page.path("next_page_token").asString();
            if (token.isEmpty()) break;
            page = zoom.json(path + "&next_page_token=" + token);
        }
        assertThat(topics)
                .containsExactly(
                        "Meeting 0", "Meeting 1", "Meeting 2", "Meeting 3", "Meeting 4", "Meeting 5", "Meeting 6");
    }

    @Test
    void aPageTokenIsGoodForQuarterOfAnHourAndForTheSameQuestion() {
        for (int i = 0; i < 3; i++) Meetings.plain(simulator, "Meeting " + i);
        var path = "/v2/users/me/recordings?page_size=2";
        var token = zoom.json(path).path("next_page_token").asString();
        assertRefused("/v2/users/me/recordings?page_size=1&next_page_token=" + token);
        simulator.clock().advance(Duration.ofMinutes(14));
        assertThat(zoom.get(path + "&next_page_token=" + token).statusCode()).isEqualTo(200);
        simulator.clock().advance(Duration.ofMinutes(1));
        assertRefused(path + "&next_page_token=" + token);
        assertRefused(path + "&next_page_token=invented");
    }

    @Test
    void aLongRangeIsCutToOneMonthWithoutAWord() {
        var to = LocalDate.of(2026, 3, 31);
        recordedOn("inside", LocalDate.of(2026, 2, 28));
        recordedOn("outside", LocalDate.of(2026, 2, 27));
        var reply = zoom.json("/v2/users/me/recordings?from=2025-01-01&to=" + to);
        assertThat(reply.path("from").asString()).isEqualTo("2026-02-28");
        assertThat(reply.path("to").asString()).isEqualTo("2026-03-31");
        assertThat(topics(reply)).containsExactly("inside");
    }

    @Test
    void withoutDatesItIsYesterdayAndToday() {
        recordedOn("yesterday", today().minusDays(1));
        recordedOn("before", today().minusDays(2));
        assertThat(topics(zoom.json("/v2/users/me/recordings"))).containsExactly("yesterday");
    }

    @Test
    void refusesWhatIsNoDateOrNoSize() {
        for (var query :
                new String[] {"from=01.02.2026", "page_size=0", "page_size=many", "from=2026-03-01&to=2026-02-01"}) {
            var reply = zoom.get("/v2/users/me/recordings?" + query);
            assertThat(reply.statusCode()).as(query).isEqualTo(400);
            assertThat(Caller.json(reply).path("code").asInt()).as(query).isEqualTo(300);
        }
    }

    @Test
    void atMostThreeHundredComeAtOnce() {
        for (int i = 0; i < 301; i++) Meetings.plain(simulator, "Meeting " + i);
        var reply = zoom.json("/v2/accounts/me/recordings?page_size=1000");
        assertThat(reply.path("page_size").asInt()).isEqualTo(300);
        assertThat(reply.path("meetings").size()).isEqualTo(300);
    }

    @Test
    void theTrashIsListedApart() {
        var meeting = Meetings.plain(simulator, "gone");
        var path = "/v2/meetings/%s/recordings".formatted(Caller.twice(meeting.uuid()));
        assertThat(zoom.send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(topics(zoom.json("/v2/users/me/recordings"))).isEmpty();
        assertThat(topics(zoom.json("/v2/users/me/recordings?trash=true"))).containsExactly("gone");
        simulator.clock().advance(Duration.ofDays(30));
        zoom.signedIn();
        assertThat(topics(zoom.json("/v2/users/me/recordings?trash=true"))).isEmpty();
    }

    @Test
    void aRecordingWithoutFilesIsStillListed() {
        Meetings.add(simulator, "{\"topic\": \"too short\", \"withoutFiles\": true}");
        var meeting = zoom.json("/v2/users/me/recordings").path("meetings").path(0);
        assertThat(meeting.path("topic").asString()).isEqualTo("too short");
        assertThat(meeting.has("recording_files")).isFalse();
    }

    @Test
    void usersComeInPagesToo() {
        var first = zoom.json("/v2/users?page_size=5");
        assertThat(first.path("total_records").asInt()).isEqualTo(9);
        var second = zoom.json("/v2/users?page_size=5&next_page_token="
                + first.path("next_page_token").asString());
        assertThat(second.path("users").size()).isEqualTo(4);
        assertThat(zoom.json("/v2/users?status=pending").path("users").path(0).has("id"))
                .isFalse();
    }

    private void assertRefused(String path) {
        var reply = zoom.get(path);
        assertThat(reply.statusCode()).as(path).isEqualTo(400);
        assertThat(Caller.json(reply).path("code").asInt()).as(path).isEqualTo(300);
    }

    private void recordedOn(String topic, LocalDate day) {
        Meetings.add(simulator, """
                {"topic": "%s", "start": "%sT00:00:00Z", "files": [{"recordingType": "audio_only", "bytes": 1}]}""".formatted(topic, day));
    }

    private LocalDate today() {
        return LocalDate.now(simulator.clock());
    }

    private static List<String> topics(JsonNode reply) {
        return reply.path("meetings")
                .valueStream()
                .map(meeting -> meeting.path("topic").asString())
                .toList();
    }
}
