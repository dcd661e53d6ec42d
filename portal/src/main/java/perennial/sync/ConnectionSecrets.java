package perennial.sync;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.secrets.SealedPlace;
import perennial.secrets.SecretText;
import perennial.secrets.Vault;

/** The secrets of connections, sealed in their rows, each in the column of its name. They leave this class only towards Zoom. */
@Repository
class ConnectionSecrets implements SealedPlace {
    private final JdbcClient jdbc;
    private final Vault vault;

    ConnectionSecrets(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    String seal(ConnectionId connection, String name, SecretText secret) {
        return vault.seal(context(connection, name), secret.value());
    }

    void save(ConnectionId connection, Map<String, SecretText> secrets) {
        secrets.forEach((name, secret) -> jdbc.sql(
                        "update zoom_connection set %s = :sealed where id = :id".formatted(column(name)))
                .param("sealed", seal(connection, name, secret))
                .param("id", connection.value())
                .update());
    }

    /** They have no value any more. */
    void forget(ConnectionId connection, Set<String> names) {
        names.forEach(name -> jdbc.sql("update zoom_connection set %s = null where id = :id".formatted(column(name)))
                .param("id", connection.value())
                .update());
    }

    /** Of {@code secrets}, the names of those that differ from what is saved. */
    Set<String> changed(ConnectionId connection, Map<String, SecretText> secrets) {
        var changed = new HashSet<String>();
        secrets.forEach((name, secret) -> {
            if (!Objects.equals(open(connection, name), secret)) changed.add(name);
        });
        return changed;
    }

    /** Null when it has no value. */
    @Nullable
    SecretText open(ConnectionId connection, String name) {
        return jdbc.sql("select %s from zoom_connection where id = :id".formatted(column(name)))
                .param("id", connection.value())
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(text -> text)
                .map(text -> new SecretText(vault.open(context(connection, name), text)))
                .orElse(null);
    }

    @Override
    public List<Sealed> all() {
        return Connection.SECRETS.stream()
                .sorted()
                .flatMap(name -> all(name).stream())
                .toList();
    }

    private List<Sealed> all(String name) {
        return jdbc.sql("select id, %s from zoom_connection where %s is not null".formatted(column(name), column(name)))
                .query((row, n) ->
                        new Sealed(context(new ConnectionId(row.getObject(1, UUID.class)), name), row.getString(2)))
                .list();
    }

    @Override
    public void replace(Sealed old, String fresh) {
        var place = old.context().split("/", -1);
        var column = column(place[2]);
        jdbc.sql("update zoom_connection set %s = :fresh where id = :id and %s = :old".formatted(column, column))
                .param("fresh", fresh)
                .param("old", old.text())
                .param("id", ConnectionId.parse(place[1]).value())
                .update();
    }

    private static String context(ConnectionId connection, String name) {
        return "zoom_connection/%s/%s".formatted(connection, name);
    }

    private static String column(String name) {
        return switch (name) {
            case "clientSecret" -> "client_secret";
            case "apiSecret" -> "api_secret";
            case "webhookSecret" -> "webhook_secret";
            default -> throw new IllegalArgumentException("no secret of this name: " + name);
        };
    }
}
