package perennial.sync;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.secrets.SecretText;
import perennial.zoom.Zoom;
import perennial.zoom.ZoomAccess;
import perennial.zoom.ZoomAccount;
import perennial.zoom.ZoomCredentials;

/** Opens the Zoom account of a connection, with the secrets as they are saved at this moment. */
@Component
class ZoomAccounts {
    private final Zoom zoom;
    private final ConnectionSecrets secrets;

    ZoomAccounts(Zoom zoom, ConnectionSecrets secrets) {
        this.zoom = zoom;
        this.secrets = secrets;
    }

    ZoomAccount of(Connection connection) {
        var door = connection.settings().door();
        return zoom.account(new ZoomAccess(credentials(connection.id(), door), door.oauthUrl(), door.apiUrl()));
    }

    private ZoomCredentials credentials(ConnectionId id, Settings.Door door) {
        return switch (door.auth()) {
            case SERVER_TO_SERVER ->
                new ZoomCredentials.ServerToServer(
                        text(door.accountId()), text(door.clientId()), text(secrets.open(id, "clientSecret")));
            case JWT -> new ZoomCredentials.Jwt(text(door.apiKey()), text(secrets.open(id, "apiSecret")));
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String text(@Nullable SecretText secret) {
        return secret == null ? "" : secret.value();
    }
}
