package perennial.zoom;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoomFailuresTest {
    private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
    private static final LocalDate TO = LocalDate.of(2026, 3, 30);

    @RegisterExtension
    final ZoomServer zoom = new ZoomServer();

    @Test
    void doesNotTakeAProxysNotFoundForZooms() {
        answers(aResponse().withStatus(404).withBody("<html><title>404</title>nginx</html>"));

        assertThatThrownBy(() -> zoom.account().user("a@example.com")).isInstanceOf(ZoomException.Unreadable.class);
        assertThatThrownBy(() -> zoom.account().recording("a==")).isInstanceOf(ZoomException.Unreadable.class);
    }

    @Test
    void saysThatAPageTokenIsOld() {
        answers(ZoomServer.problem(400, 300, "The next page token is invalid or expired."));

        assertThatThrownBy(() -> zoom.account().recordings("u", FROM, TO, "old"))
                .isInstanceOf(ZoomException.PageTokenExpired.class);
        assertThatThrownBy(() -> zoom.account().recordings("u", FROM, TO, null))
                .isInstanceOf(ZoomException.Rejected.class);
    }

    @Test
    void namesTheMissingScopes() {
        answers(
                ZoomServer.problem(
                        400,
                        4711,
                        "Invalid access token, does not contain scopes:[cloud_recording:read:list_user_recordings, cloud_recording:read:list_user_recordings:admin]."));

        var missing = catchThrowableOfType(
                ZoomException.MissingScope.class, () -> zoom.account().recordings("u", FROM, TO, null));

        assertThat(missing.scopes())
                .containsExactly(
                        "cloud_recording:read:list_user_recordings", "cloud_recording:read:list_user_recordings:admin");
    }

    @ParameterizedTest
    @CsvSource({
        "400, 4700, 'does not contain scopes: [recording:read:admin]', MissingScope",
        "401, 4711, 'does not contain scopes:[a]', MissingScope",
        "401, 124, Access token is expired., Refused",
        "400, 124, Access token is expired., Refused",
        "403, 0, not permitted, Forbidden",
        "400, 200, You do not have the right permissions, Forbidden",
        "200, 200, Only available for paid accounts, Forbidden",
        "404, 3301, There is no recording for this meeting., NotFound",
        "404, 1001, User does not exist, NotFound",
        "400, 1010, User not found, NotFound",
        "400, 300, Validation Failed., Rejected",
        "400, 3309, no storage left, Rejected",
        "404, 0, '', Unreadable",
        "400, 0, '', Unreadable",
        "302, 0, '', Unreadable",
        "200, 0, '', Unreadable",
        "500, 0, '', Unavailable",
        "503, 3301, '', Unavailable",
    })
    void sortsFailuresByWhatCanBeDone(int status, int code, String message, String kind) {
        answers(ZoomServer.problem(status, code, message).withHeader("Location", "/elsewhere"));

        assertThatThrownBy(() -> zoom.account().recordings("u", FROM, TO, null))
                .isInstanceOf(ZoomException.class)
                .extracting(e -> e.getClass().getSimpleName())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "",
                "<html>sign in</html>",
                "{\"meetings\": null}",
                "{\"meetings\": {}}",
                "{\"meetings\": \"none\"}",
                "{\"meetings\":"
            })
    void doesNotTakeAnotherAnswerForAnEmptyList(String body) {
        answers(aResponse().withStatus(200).withBody(body));

        assertThatThrownBy(() -> zoom.account().recordings("u", FROM, TO, null))
                .isInstanceOf(ZoomException.Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-31T00:00:00Z, 2026-03-31T00:00:00Z",
        "17, 2026-03-30T10:00:17Z",
        "'Mon, 30 Mar 2026 10:05:00 GMT', 2026-03-30T10:05:00Z",
        "2036-03-31T00:00:00Z, 2026-03-31T11:00:00Z",
    })
    void waitsUntilZoomSays(String header, Instant until) {
        answers(ZoomServer.problem(429, 429, "daily rate limit").withHeader("Retry-After", header));

        assertThat(throttled().until()).isEqualTo(until);
    }

    @Test
    void waitsASecondOrTwoWithoutBeingToldFor() {
        answers(ZoomServer.problem(
                429, 429, "You have reached the maximum per-second rate limit for this API. Try again later."));

        assertThat(Duration.between(zoom.now.get(), throttled().until()))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void waitsForMidnightWhenTheDayIsUsedUp() {
        answers(ZoomServer.problem(429, 429, "You have reached the maximum daily rate limit for this API."));

        assertThat(throttled().until()).isBetween("2026-03-31T00:00:00Z", "2026-03-31T00:00:01Z");
    }

    @Test
    void callsABrokenLineUnavailable() {
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThatThrownBy(() -> zoom.account().recording("a==")).isInstanceOf(ZoomException.Unavailable.class);

        var account = zoom.account();
        zoom.http.stop();
        assertThatThrownBy(() -> account.recording("a=="))
                .isInstanceOf(ZoomException.Unavailable.class)
                .hasMessageContaining("nothing answers");
    }

    private ZoomException.Throttled throttled() {
        return catchThrowableOfType(
                ZoomException.Throttled.class, () -> zoom.account().recordings("u", FROM, TO, null));
    }

    private void answers(ResponseDefinitionBuilder answer) {
        zoom.http.stubFor(any(anyUrl()).atPriority(10).willReturn(answer));
    }
}
