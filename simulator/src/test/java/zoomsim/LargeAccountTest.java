package zoomsim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An account of 100,000 meetings, none of which is stored anywhere. */
class LargeAccountTest {
    private Simulator simulator;
    private Caller zoom;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(Options.parse("--size=empty", "--media=", "--users=40", "--meetings=100000"));
        zoom = new Caller(simulator).signedIn();
    }

    @AfterEach
    void stop() {
        zoom.close();
        simulator.close();
    }

    private Set<String> listed(String list, LocalDate from, LocalDate to) {
        var uuids = new HashSet<String>();
        var question = "%s?page_size=300&from=%s&to=%s".formatted(list, from, to);
        var token = "";
        int seen = 0;
        JsonNode page;
        do {
            page = zoom.json(question + (token.isEmpty() ? "" : "&next_page_token=" + token));
            for (var meeting : page.path("meetings"))
                uuids.add(meeting.path("uuid").asString());
            seen += page.path("meetings").size();
            token = page.path("next_page_token").asString();
        } while (!token.isEmpty());
        assertThat(uuids).hasSize(seen);
        assertThat(seen).isEqualTo(page.path("total_records").asInt());
        return uuids;
    }

    @Test
    void listsAMonthOfItPageByPage() {
        var today = LocalDate.now(ZoneOffset.UTC);
        assertThat(listed("/v2/accounts/me/recordings", today.minusDays(29), today))
                .hasSizeBetween(7_000, 9_000);
    }

    @Test
    void findsEachByItsUuidAndServesItsBytes() throws Exception {
        var day = LocalDate.now(ZoneOffset.UTC).minusDays(100);
        for (var uuid : listed("/v2/users/me/recordings", day, day)) {
            var meeting = zoom.json("/v2/meetings/%s/recordings".formatted(Caller.twice(uuid)));
            assertThat(meeting.path("start_time").asString()).startsWith(day.toString());
            var video = zoom.bytes(redirect(Meetings.downloadUrl(meeting, "MP4")), "Range", "bytes=0-7");
            assertThat(new String(video.body(), 4, 4, StandardCharsets.US_ASCII))
                    .isEqualTo("ftyp");
        }
    }

    private String redirect(String url) {
        return Caller.header(zoom.get(url), "Location");
    }

    @Test
    void remembersWhatWasDoneToAFewOfThem() throws IOException {
        var day = LocalDate.now(ZoneOffset.UTC).minusDays(10);
        var before = listed("/v2/users/me/recordings", day, day);
        var uuid = before.iterator().next();
        var file = simulator.account().meeting(uuid).orElseThrow().files().getFirst();

        assertThat(zoom.send("DELETE", "/v2/meetings/%s/recordings".formatted(Caller.twice(uuid)), "")
                        .statusCode())
                .isEqualTo(204);

        assertThat(listed("/v2/users/me/recordings", day, day))
                .hasSize(before.size() - 1)
                .doesNotContain(uuid);
        assertThat(zoom.json("/v2/users/me/recordings?trash=true").findValuesAsString("uuid"))
                .containsExactly(uuid);
        zoom.post("/_simulator/recover", "{\"uuid\": \"%s\"}".formatted(uuid));
        assertThat(listed("/v2/users/me/recordings", day, day)).isEqualTo(before);
        assertThat(simulator.account().meetingOfFile(file.key())).isPresent();
        var out = new ByteArrayOutputStream();
        file.content().writeTo(out, 0, file.content().size());
        assertThat(out.size()).isEqualTo((int) file.content().size());
    }
}
