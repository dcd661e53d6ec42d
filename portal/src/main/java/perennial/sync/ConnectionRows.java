package perennial.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.people.PersonId;
import perennial.secrets.SecretText;

/** The rows of connections, each method one statement. */
@Repository
class ConnectionRows {
    static final String TABLE = "zoom_connection";

    /** With the aliases, which lie in a table of their own. */
    private static final String SELECT = """
            select c.*,
                array(select zoom_email from zoom_alias where connection_id = c.id order by zoom_email) as alias_emails,
                array(select person_id from zoom_alias where connection_id = c.id order by zoom_email) as alias_people
            from zoom_connection c
            """;

    private final JdbcClient jdbc;
    private final ConnectionSecrets secrets;
    private final Clock clock;

    ConnectionRows(JdbcClient jdbc, ConnectionSecrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    List<Connection> all() {
        return jdbc.sql(SELECT + "order by lower(c.name), c.id")
                .query(ConnectionRows::toConnection)
                .list();
    }

    List<Connection> enabled() {
        return jdbc.sql(SELECT + "where c.enabled order by c.id")
                .query(ConnectionRows::toConnection)
                .list();
    }

    Optional<Connection> find(ConnectionId id) {
        return jdbc.sql(SELECT + "where c.id = :id")
                .param("id", id.value())
                .query(ConnectionRows::toConnection)
                .optional();
    }

    /**
     * As {@link #find}, and nobody else changes it before the transaction ends. Rows that name it can be added meanwhile, as
     * a sync at work does: it may hold what the caller asks for next.
     */
    Optional<Connection> lock(ConnectionId id) {
        return jdbc.sql(SELECT + "where c.id = :id for no key update of c")
                .param("id", id.value())
                .query(ConnectionRows::toConnection)
                .optional();
    }

    Optional<Connection> ofAccount(String zoomAccount) {
        return jdbc.sql(SELECT + "where c.zoom_account = :account")
                .param("account", zoomAccount)
                .query(ConnectionRows::toConnection)
                .optional();
    }

    void insert(ConnectionId id, Settings settings, boolean enabled, Map<String, SecretText> given) {
        jdbc.sql("""
                        insert into zoom_connection
                            (id, %s, enabled, client_secret, api_secret, webhook_secret, created_at, changed_at)
                        values (:id, %s, :enabled, :clientSecret, :apiSecret, :webhookSecret, :now, :now)""".formatted(
                        String.join(", ", SettingsColumns.NAMES), ":" + String.join(", :", SettingsColumns.NAMES)))
                .param("id", id.value())
                .params(SettingsColumns.values(settings))
                .param("enabled", enabled)
                .param("clientSecret", sealed(id, "clientSecret", given))
                .param("apiSecret", sealed(id, "apiSecret", given))
                .param("webhookSecret", sealed(id, "webhookSecret", given))
                .param("now", Sql.at(clock.instant()))
                .update();
        aliases(id, settings.publishing().aliases());
    }

    void update(ConnectionId id, Settings settings, boolean enabled) {
        var assignments = SettingsColumns.NAMES.stream()
                .map(column -> column + " = :" + column)
                .toList();
        jdbc.sql("update zoom_connection set %s, enabled = :enabled, changed_at = :now where id = :id"
                        .formatted(String.join(", ", assignments)))
                .param("id", id.value())
                .params(SettingsColumns.values(settings))
                .param("enabled", enabled)
                .param("now", Sql.at(clock.instant()))
                .update();
        aliases(id, settings.publishing().aliases());
    }

    private void aliases(ConnectionId id, Map<String, PersonId> aliases) {
        jdbc.sql("delete from zoom_alias where connection_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("""
                        insert into zoom_alias (connection_id, zoom_email, person_id)
                        select :id, a.email, a.person
                        from unnest(cast(:emails as text[]), cast(:people as uuid[])) as a (email, person)""")
                .param("id", id.value())
                .param("emails", aliases.keySet().toArray(String[]::new))
                .param("people", aliases.values().stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
    }

    void delete(ConnectionId id) {
        jdbc.sql("delete from zoom_connection where id = :id")
                .param("id", id.value())
                .update();
    }

    void authorization(ConnectionId id, Authorization found) {
        jdbc.sql("""
                        update zoom_connection
                        set authorization_status = :status, authorization_reason = :reason, missing_scopes = :scopes,
                            cloud_recording = :cloud, checked_at = :at
                        where id = :id""")
                .param("status", found.status().word())
                .param("reason", found.reason())
                .param("scopes", Sql.array(found.missingScopes()))
                .param("cloud", found.cloudRecording().word())
                .param("at", Sql.atOrNull(found.checkedAt()))
                .param("id", id.value())
                .update();
    }

    private @Nullable String sealed(ConnectionId id, String name, Map<String, SecretText> given) {
        var secret = given.get(name);
        return secret == null ? null : secrets.seal(id, name, secret);
    }

    private static Connection toConnection(ResultSet row, int number) throws SQLException {
        return new Connection(
                new ConnectionId(row.getObject("id", UUID.class)),
                SettingsColumns.read(row),
                row.getBoolean("enabled"),
                saved(row),
                new Authorization(
                        Word.parse(Authorization.Status.class, row.getString("authorization_status")),
                        row.getString("authorization_reason") == null ? "" : row.getString("authorization_reason"),
                        Sql.texts(row, "missing_scopes"),
                        Word.parse(Authorization.CloudRecording.class, row.getString("cloud_recording")),
                        Sql.instantOrNull(row, "checked_at")),
                row.getLong("wanted"),
                Sql.instant(row, "created_at"));
    }

    private static Set<String> saved(ResultSet row) throws SQLException {
        var saved = new HashSet<String>();
        if (row.getString("client_secret") != null) saved.add("clientSecret");
        if (row.getString("api_secret") != null) saved.add("apiSecret");
        if (row.getString("webhook_secret") != null) saved.add("webhookSecret");
        return saved;
    }
}
