package perennial.sync;

import java.util.Map;
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
        return of(connection.id(), connection.settings().door(), Map.of());
    }

    /** @param given secrets that are not saved yet; they go before those that are */
    ZoomAccount of(ConnectionId id, Settings.Door door, Map<String, SecretText> given) {
        var access = new ZoomAccess(credentials(id, door, given), door.oauthUrl(), door.apiUrl());
        return zoom.account(access, budgets.of(door.zoomAccount()));
    }

    private ZoomCredentials credentials(ConnectionId id, Settings.Door door, Map<String, SecretText> given) {
        return switch (door.auth()) {
            case SERVER_TO_SERVER ->
                new ZoomCredentials.ServerToServer(
                        text(door.accountId()), text(door.clientId()), secret(id, "clientSecret", given));
            case JWT -> new ZoomCredentials.Jwt(text(door.apiKey()), secret(id, "apiSecret", given));
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private String secret(ConnectionId id, String name, Map<String, SecretText> given) {
        var secret = given.containsKey(name) ? given.get(name) : secrets.open(id, name);
        return secret == null ? "" : secret.value();
    }
}
