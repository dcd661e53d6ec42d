package zoomsim.auth;

/** What an app shows to get in: the pair of a Server-to-Server app, and the pair of a JWT app. */
public record Credentials(String accountId, String clientId, String clientSecret, String apiKey, String apiSecret) {}
