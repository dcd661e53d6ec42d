package perennial.sync.web;

import perennial.sync.Connection;
import perennial.sync.ConnectionStatus;
import perennial.sync.PublishAs;
import perennial.sync.RecordingState;

/** Prints connections for their list. */
final class ConnectionCards {
    private ConnectionCards() {}

    static ConnectionCard of(Connection connection, ConnectionStatus status) {
        return new ConnectionCard(
                connection.id().toString(),
                connection.settings().name(),
                status.enabled(),
                AppViews.chip(status.syncProcess()),
                summary(connection),
                Metrics.of(status),
                AppViews.notes(status),
                footer(status));
    }

    private static String summary(Connection connection) {
        var users = connection.settings().whose().users();
        var whose = users.isEmpty() ? "everyone" : users.size() == 1 ? "1 Zoom user" : users.size() + " Zoom users";
        var as = connection.settings().publishing().publishAs() == PublishAs.ME ? "Me" : "Zoom user";
        return "%s · publishes as %s".formatted(whose, as);
    }

    private static String footer(ConnectionStatus status) {
        long all = status.counts().values().stream().mapToLong(Long::longValue).sum();
        return "%s · %d imported · %d failed"
                .formatted(
                        Labels.recordings(all),
                        status.count(RecordingState.IMPORTED),
                        status.count(RecordingState.FAILED));
    }
}
