package zoomsim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the simulator answers is what Zoom's own OpenAPI documents describe. */
class OfficialSchemaTest {
    private static final String MEETINGS = "meetings-recordings.openapi.json";

    private Simulator simulator;
    private Caller zoom;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.start(Options.parse("--size=demo", "--media=", "--users=12"));
        zoom = new Caller(simulator).signedIn();
    }

    @AfterEach
    void stop() {
        zoom.close();
        simulator.close();
    }

    @Test
    void listsUsersOfEveryStatus() {
        var schema =
                OfficialSchema.ofReply("users-groups.openapi.json", "/users").withExampleDomains();
        for (var status : new String[] {"active", "inactive", "pending"}) {
            var reply = zoom.json("/v2/users?status=" + status);
            assertThat(reply.path("users").size()).as(status).isPositive();
            assertThat(schema.mistakes(reply)).as(status).isEmpty();
            // In a real reply of 2026, beyond the document: login_types, language, pic_url, phone_number.
            assertThat(schema.fieldsBeyond(reply)).isSubsetOf("login_types", "language", "pic_url", "phone_number");
        }
    }

    @Test
    void showsOneUser() {
        var schema = OfficialSchema.ofReply("users-groups.openapi.json", "/users/{userId}")
                .withExampleDomains();
        var reply = zoom.json("/v2/users/mara.lindqvist@northwind.example");
        assertThat(schema.mistakes(reply)).isEmpty();
        assertThat(schema.fieldsBeyond(reply)).isEmpty();
    }

    @Test
    void listsRecordingsOfAUser() {
        var schema = OfficialSchema.ofReply(MEETINGS, "/users/{userId}/recordings")
                .withNumericMeetingType()
                .withTimeline();
        for (var user : simulator.account().users().subList(0, 9)) {
            var reply = zoom.json("/v2/users/%s/recordings?%s".formatted(user.id(), lastMonth()));
            if (!finished(reply)) continue;
            assertThat(schema.mistakes(reply)).as(user.email()).isEmpty();
            // Both are in every real reply and in none of the documents.
            assertThat(schema.fieldsBeyond(reply)).isSubsetOf("share_url", "timezone");
        }
    }

    @Test
    void listsRecordingsThatAreStillBeingMade() {
        var schema = OfficialSchema.ofReply(MEETINGS, "/users/{userId}/recordings")
                .withNumericMeetingType()
                .withTimeline()
                .withUnfinishedFiles();
        var reply = zoom.json("/v2/users/grace.mbeki@northwind.example/recordings?" + lastMonth());
        assertThat(finished(reply)).isFalse();
        assertThat(schema.mistakes(reply)).isEmpty();
    }

    @Test
    void listsTheTrash() {
        var uuid = Caller.twice("/qYxT2bVRj6mN0pLw8ZcAg==");
        zoom.send("DELETE", "/v2/meetings/%s/recordings?action=trash".formatted(uuid), "");
        var schema = OfficialSchema.ofReply(MEETINGS, "/users/{userId}/recordings")
                .withNumericMeetingType()
                .withTimeline();
        var reply = zoom.json("/v2/users/samuel.brandt@northwind.example/recordings?trash=true");
        assertThat(reply.path("total_records").asInt()).isEqualTo(1);
        assertThat(schema.mistakes(reply)).isEmpty();
        assertThat(reply.findValues("deleted_time")).isNotEmpty();
    }

    @Test
    void listsRecordingsOfTheAccount() {
        var schema = OfficialSchema.ofReply("account-recordings.openapi.json", "/accounts/{accountId}/recordings")
                .withUnfinishedFiles();
        var reply = zoom.json("/v2/accounts/me/recordings?" + lastMonth());
        assertThat(reply.path("meetings").size()).isEqualTo(10);
        assertThat(schema.mistakes(reply)).isEmpty();
        // The document of this listing is older than that of users; the rest is assumed to be the same.
        assertThat(schema.fieldsBeyond(reply))
                .isSubsetOf(
                        "page_count", "account_id", "host_email", "share_url", "timezone", "recording_play_passcode");
    }

    @Test
    void showsTheRecordingOfEachMeeting() {
        var schema = OfficialSchema.ofReply(MEETINGS, "/meetings/{meetingId}/recordings")
                .withNumericMeetingType()
                .withTimeline();
        simulator.clock().advance(Duration.ofMinutes(2));
        for (var meeting : simulator.account().meetings()) {
            var reply = zoom.json("/v2/meetings/%s/recordings?include_fields=download_access_token&ttl=600"
                    .formatted(Caller.twice(meeting.uuid())));
            assertThat(schema.mistakes(reply)).as(meeting.topic()).isEmpty();
            // Seen in real replies: share_url, host_email, timezone.
            assertThat(schema.fieldsBeyond(reply)).isSubsetOf("share_url", "host_email", "timezone");
        }
    }

    private static boolean finished(JsonNode reply) {
        return reply.findValuesAsString("status").stream().noneMatch("processing"::equals);
    }

    private static String lastMonth() {
        var today = LocalDate.now(ZoneOffset.UTC);
        return "page_size=300&from=%s&to=%s".formatted(today.minusDays(28), today);
    }
}
