package perennial.zoom;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import perennial.zoom.AccessCheck.CloudRecording;

class ConnectionCheckTest {
    private static final String ALL =
            "cloud_recording:read:list_user_recordings:admin cloud_recording:read:list_recording_files:admin"
                    + " user:read:list_users:admin user:read:user:admin";

    @RegisterExtension
    final ZoomServer zoom = new ZoomServer();

    @BeforeEach
    void anAccount() {
        zoom.http.stubFor(get(urlPathEqualTo("/v2/users")).willReturn(okJson("""
                {"users": [{"id": "basic", "type": 1}, {"id": "licensed", "type": 2}]}""")));
        zoom.http.stubFor(get(urlPathEqualTo("/v2/users/licensed/settings")).willReturn(okJson("""
                {"recording": {"cloud_recording": true}}""")));
    }

    @Test
    void acceptsAnAppWithAllScopes() {
        zoom.givesTokenWithScopes(ALL);

        assertThat(zoom.account().check()).isEqualTo(accepted(CloudRecording.ON));
    }

    @Test
    void namesEachMissingScopeInTheAppsOwnStyle() {
        zoom.givesTokenWithScopes("user:read:list_users:admin user:read:user:admin");
        assertThat(zoom.account().check())
                .isEqualTo(accepted(
                        CloudRecording.ON,
                        "cloud_recording:read:list_user_recordings:admin",
                        "cloud_recording:read:list_recording_files:admin"));

        zoom.givesTokenWithScopes("user:read:admin recording:read:admin");
        assertThat(zoom.account().check()).isEqualTo(accepted(CloudRecording.ON));
        assertThat(zoom.account().check(EnumSet.allOf(Ability.class)))
                .isEqualTo(accepted(CloudRecording.ON, "recording:write:admin"));
    }

    @Test
    void triesWhatATokenWithoutScopesMayDo() {
        zoom.http.stubFor(get(urlPathEqualTo("/v2/users/licensed/recordings"))
                .willReturn(ZoomServer.problem(
                        400, 4711, "does not contain scopes:[recording:read, recording:read:admin]")));
        zoom.http.stubFor(get(urlPathEqualTo("/v2/meetings/AAAAAAAAAAAAAAAAAAAAAA%3D%3D/recordings"))
                .willReturn(ZoomServer.problem(404, 3301, "There is no recording for this meeting.")));
        zoom.http.stubFor(get(urlPathEqualTo("/v2/users/licensed/settings"))
                .willReturn(ZoomServer.problem(400, 4711, "does not contain scopes:[user:read:settings:admin]")));

        assertThat(zoom.account().check()).isEqualTo(accepted(CloudRecording.NOT_CHECKABLE, "recording:read:admin"));
    }

    @Test
    void seesThatCloudRecordingIsOff() {
        zoom.givesTokenWithScopes(ALL);
        zoom.http.stubFor(get(urlPathEqualTo("/v2/users/licensed/settings")).willReturn(okJson("""
                {"recording": {"cloud_recording": false}}""")));

        assertThat(zoom.account().check()).isEqualTo(accepted(CloudRecording.OFF));
    }

    @Test
    void looksWithANewTokenSoThatNewScopesShow() {
        zoom.givesTokenWithScopes("user:read:list_users:admin");
        zoom.account().check();
        zoom.givesTokenWithScopes(ALL);

        assertThat(zoom.account().check()).isEqualTo(accepted(CloudRecording.ON));
    }

    @Test
    void tellsRefusedCredentialsInPlainWords() {
        zoom.http.stubFor(
                post("/oauth/token").willReturn(aResponse().withStatus(400).withBody("""
                {"reason": "Invalid client_id or client_secret", "error": "invalid_client"}""")));

        assertThat(zoom.account().check())
                .isInstanceOfSatisfying(
                        AccessCheck.Refused.class,
                        refused -> assertThat(refused.reason())
                                .startsWith("Zoom does not accept the client ID and client secret."));
    }

    @Test
    void judgesNothingWhenZoomIsAway() {
        var account = zoom.account();
        zoom.http.stop();

        assertThatThrownBy(account::check).isInstanceOf(ZoomException.Unavailable.class);
    }

    private static AccessCheck accepted(CloudRecording recording, String... missing) {
        return new AccessCheck.Accepted(List.of(missing), recording);
    }
}
