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
    private final CallBudgets budgets;

    ZoomAccounts(Zoom zoom, ConnectionSecrets secrets, CallBudgets budgets) {
        this.zoom = zoom;
        this.secrets = secrets;
        this.budgets = budgets;
    }

    ZoomAccount of(Connection connection) {
        var door = connection.settings().door();
        var access = new ZoomAccess(credentials(connection.id(), door), door.oauthUrl(), door.apiUrl());
        return zoom.account(access, budgets.of(door.zoomAccount()));
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
