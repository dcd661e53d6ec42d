package perennial.zoom;

/** What an app at Zoom proves itself with. Secrets never show in {@code toString}. */
public sealed interface ZoomCredentials {

    /** A Server-to-Server OAuth app, Zoom's main way in. */
    record ServerToServer(String accountId, String clientId, String clientSecret) implements ZoomCredentials {
        @Override
        public String toString() {
            return "ServerToServer[accountId=%s, clientId=%s]".formatted(accountId, clientId);
        }
    }

    /** A JWT app (HS256). Zoom withdrew these on 2023-09-08; compatible servers still take them. */
    record Jwt(String apiKey, String apiSecret) implements ZoomCredentials {
        @Override
        public String toString() {
            return "Jwt[apiKey=%s]".formatted(apiKey);
        }
    }
}
