package perennial.zoom;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ZoomAccountTest {
    private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
    private static final LocalDate TO = LocalDate.of(2026, 3, 30);

    @RegisterExtension
    final ZoomServer zoom = new ZoomServer();

    @Test
    void listsRecordingsOfAUser() {
        zoom.http.stubFor(get(urlPathEqualTo("/v2/users/lena.host%40example.com/recordings"))
                .withQueryParam("from", equalTo("2026-03-01"))
                .withQueryParam("to", equalTo("2026-03-30"))
                .withQueryParam("page_size", equalTo("300"))
                .withQueryParam("next_page_token", absent())
                .withHeader("Authorization", equalTo("Bearer token-1"))
                .willReturn(okJson(Fixtures.read("recordings.json"))));

        var page = zoom.account().recordings("lena.host@example.com", FROM, TO, null);

        assertThat(page.meetings()).hasSize(3);
        assertThat(page.unreadable()).hasSize(3);
    }

    @Test
    void repeatsTheQuestionForTheNextPage() {
        zoom.http.stubFor(get(urlPathEqualTo("/v2/accounts/account-1/recordings"))
                .withQueryParam("from", equalTo("2026-03-01"))
                .withQueryParam("to", equalTo("2026-03-30"))
                .withQueryParam("next_page_token", equalTo("a+b/c="))
                .willReturn(okJson("{\"meetings\": [], \"next_page_token\": \"\"}")));

        var page = zoom.account().accountRecordings(FROM, TO, "a+b/c=");

        assertThat(page.next()).isNull();
        assertThat(page.from()).isEqualTo(FROM);
    }

    @Test
    void sendsTheTroublesomeUuidsEncodedTwice() {
        for (var uuid : new String[] {"/ajXp112QmuoKj4854875==", "dbHa//VmTeCJm7xG5lQwBw==", "a/b+c=="}) {
            zoom.http.stubFor(get(anyUrl()).willReturn(okJson("""
                    {"uuid": "%s", "start_time": "2026-03-05T13:00:02Z"}""".formatted(uuid))));
            assertThat(zoom.account().recording(uuid).uuid()).isEqualTo(uuid);
        }

        zoom.http.verify(getRequestedFor(urlEqualTo("/v2/meetings/%252FajXp112QmuoKj4854875%253D%253D/recordings")));
        zoom.http.verify(
                getRequestedFor(urlEqualTo("/v2/meetings/dbHa%252F%252FVmTeCJm7xG5lQwBw%253D%253D/recordings")));
        zoom.http.verify(getRequestedFor(urlEqualTo("/v2/meetings/a%2Fb%2Bc%3D%3D/recordings")));
    }

    @Test
    void doesNotTakeAnotherRecordingForTheOneItAskedAbout() {
        answers(okJson(Fixtures.read("recording.json")));

        assertThatThrownBy(() -> zoom.account().recording("another==")).isInstanceOf(ZoomException.Unreadable.class);
    }

    @Test
    void trashesDeletesAndRecoversByUuid() {
        answers(aResponse().withStatus(204));

        zoom.account().trash("/a==");
        zoom.account().deletePermanently("b==");
        zoom.account().recover("b==");

        zoom.http.verify(deleteRequestedFor(urlEqualTo("/v2/meetings/%252Fa%253D%253D/recordings?action=trash")));
        zoom.http.verify(deleteRequestedFor(urlEqualTo("/v2/meetings/b%3D%3D/recordings?action=delete")));
        zoom.http.verify(putRequestedFor(urlEqualTo("/v2/meetings/b%3D%3D/recordings/status"))
                .withRequestBody(equalToJson("{\"action\": \"recover\"}")));
    }

    @Test
    void looksIntoTheTrash() {
        zoom.http.stubFor(get(urlPathEqualTo("/v2/users/u1/recordings"))
                .withQueryParam("trash", equalTo("true"))
                .willReturn(okJson("""
                        {"meetings": [{"uuid": "x==", "start_time": "2026-03-05T13:00:02Z",
                          "recording_files": [{"id": "f", "file_type": "MP4", "deleted_time": "2026-03-20T13:00:02Z"}]}]}""")));

        var file =
                zoom.account().trashed("u1", null).meetings().getFirst().files().getFirst();

        assertThat(file.deletedAt()).isEqualTo(Instant.parse("2026-03-20T13:00:02Z"));
    }

    @Test
    void tellsEveryUserOnceOnAllPagesOfAllStatuses() {
        zoom.http.stubFor(users("active", null).willReturn(okJson("""
                {"users": [{"id": "a", "email": "a@example.com"}, {"id": "b", "email": "b@example.com"}], "next_page_token": "p2"}""")));
        zoom.http.stubFor(users("active", "p2").willReturn(okJson("""
                {"users": [{"id": "b", "email": "b@example.com"}, {"id": "c", "email": "c@example.com"}], "next_page_token": ""}""")));
        zoom.http.stubFor(users("inactive", null).willReturn(okJson("{\"users\": []}")));
        zoom.http.stubFor(users("pending", null).willReturn(okJson("""
                {"users": [{"email": "new@example.com"}, {}], "next_page_token": null}""")));
        var told = new ArrayList<ZoomUser>();

        zoom.account().users(told::add);

        assertThat(told)
                .extracting(user -> user.email() + " " + user.status())
                .containsExactly(
                        "a@example.com active",
                        "b@example.com active",
                        "c@example.com active",
                        "new@example.com pending");
    }

    @Test
    void beginsTheUsersAgainWhenAPageTokenExpires() {
        zoom.http.stubFor(users("inactive", null).willReturn(okJson("{\"users\": []}")));
        zoom.http.stubFor(users("pending", null).willReturn(okJson("{\"users\": []}")));
        zoom.http.stubFor(users("active", null).willReturn(okJson("""
                {"users": [{"id": "a", "email": "a@example.com"}], "next_page_token": "p2"}""")));
        zoom.http.stubFor(users("active", "p2")
                .inScenario("expiry")
                .whenScenarioStateIs("Started")
                .willSetStateTo("again")
                .willReturn(ZoomServer.problem(400, 300, "The next page token is invalid or expired.")));
        zoom.http.stubFor(users("active", "p2")
                .inScenario("expiry")
                .whenScenarioStateIs("again")
                .willReturn(okJson("""
                {"users": [{"id": "b", "email": "b@example.com"}]}""")));
        var told = new ArrayList<ZoomUser>();

        zoom.account().users(told::add);

        assertThat(told).extracting(ZoomUser::id).containsExactly("a", "b");
    }

    @Test
    void followsServersThatCountTheirPages() {
        answers(okJson("{\"users\": []}"));
        zoom.http.stubFor(users("active", null).atPriority(1).willReturn(okJson("""
                {"users": [{"id": "a"}], "page_number": 1, "page_count": 2}""")));
        zoom.http.stubFor(users("active", null)
                .withQueryParam("page_number", equalTo("2"))
                .atPriority(1)
                .willReturn(okJson("""
                {"users": [{"id": "b"}], "page_number": 2, "page_count": 2}""")));
        var told = new ArrayList<ZoomUser>();

        zoom.account().users(told::add);

        assertThat(told).extracting(ZoomUser::id).containsExactly("a", "b");
    }

    @Test
    void stopsWhenPagesGoInACircle() {
        answers(okJson("{\"users\": [], \"next_page_token\": \"same\"}"));

        assertThatThrownBy(() -> zoom.account().users(user -> {})).isInstanceOf(ZoomException.Unreadable.class);
    }

    @Test
    void findsAUserOrKnowsThatThereIsNone() {
        answers(okJson("{\"id\": \"a\", \"email\": \"a@example.com\", \"status\": \"active\"}"));
        assertThat(zoom.account().user("a@example.com"))
                .get()
                .extracting(ZoomUser::id)
                .isEqualTo("a");

        answers(ZoomServer.problem(404, 1001, "User does not exist: b@example.com."));
        assertThat(zoom.account().user("b@example.com")).isEmpty();
    }

    private void answers(ResponseDefinitionBuilder answer) {
        zoom.http.stubFor(any(anyUrl()).atPriority(10).willReturn(answer));
    }

    private static MappingBuilder users(String status, @Nullable String token) {
        var users = get(urlPathEqualTo("/v2/users"))
                .withQueryParam("status", equalTo(status))
                .withQueryParam("page_size", equalTo("300"));
        return users.withQueryParam("next_page_token", token == null ? absent() : equalTo(token));
    }
}
