package perennial.sync;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
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

    /** Column to parameter, in both kinds of writing. */
    private static final List<String> SETTINGS = List.of(
            "name",
            "auth",
            "zoom_account",
            "account_id",
            "client_id",
            "api_key",
            "oauth_url",
            "api_url",
            "users",
            "stop_on_unknown_user",
            "publish_as",
            "fallback_owner",
            "concatenate",
            "publish_status",
            "delete_from_zoom",
            "delete_grace_ms",
            "delete_permanently",
            "delete_unimported",
            "deletion_cap",
            "fetch_from",
            "views",
            "minimum_length_ms",
            "false_start_ms",
            "topic_include",
            "topic_exclude",
            "webinars",
            "private_chat");

    private final JdbcClient jdbc;
    private final ConnectionSecrets secrets;
    private final Clock clock;

    ConnectionRows(JdbcClient jdbc, ConnectionSecrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    List<Connection> all() {
        return jdbc.sql("select * from zoom_connection order by lower(name), id")
                .query(ConnectionRows::toConnection)
                .list();
    }

    List<Connection> enabled() {
        return jdbc.sql("select * from zoom_connection where enabled order by id")
                .query(ConnectionRows::toConnection)
                .list();
    }

    Optional<Connection> find(ConnectionId id) {
        return jdbc.sql("select * from zoom_connection where id = :id")
                .param("id", id.value())
                .query(ConnectionRows::toConnection)
                .optional();
    }

    /** As {@link #find}, and nobody else changes it before the transaction ends. */
    Optional<Connection> lock(ConnectionId id) {
        return jdbc.sql("select * from zoom_connection where id = :id for update")
                .param("id", id.value())
                .query(ConnectionRows::toConnection)
                .optional();
    }

    Optional<Connection> ofAccount(String zoomAccount) {
        return jdbc.sql("select * from zoom_connection where zoom_account = :account")
                .param("account", zoomAccount)
                .query(ConnectionRows::toConnection)
                .optional();
    }

    void insert(ConnectionId id, Settings settings, boolean enabled, Map<String, SecretText> given) {
        jdbc.sql("""
                        insert into zoom_connection
                            (id, %s, enabled, client_secret, api_secret, webhook_secret, created_at, changed_at)
                        values (:id, %s, :enabled, :clientSecret, :apiSecret, :webhookSecret, :now, :now)""".formatted(String.join(", ", SETTINGS), ":" + String.join(", :", SETTINGS)))
                .param("id", id.value())
                .params(values(settings))
                .param("enabled", enabled)
                .param("clientSecret", sealed(id, "clientSecret", given))
                .param("apiSecret", sealed(id, "apiSecret", given))
                .param("webhookSecret", sealed(id, "webhookSecret", given))
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    void update(ConnectionId id, Settings settings, boolean enabled) {
        var assignments =
                SETTINGS.stream().map(column -> column + " = :" + column).toList();
        jdbc.sql("update zoom_connection set %s, enabled = :enabled, changed_at = :now where id = :id"
                        .formatted(String.join(", ", assignments)))
                .param("id", id.value())
                .params(values(settings))
                .param("enabled", enabled)
                .param("now", Sql.at(clock.instant()))
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

    private static Map<String, @Nullable Object> values(Settings settings) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("name", settings.name());
        var door = settings.door();
        values.put("auth", door.auth().word());
        values.put("zoom_account", door.zoomAccount());
        values.put("account_id", door.accountId());
        values.put("client_id", door.clientId());
        values.put("api_key", door.apiKey());
        values.put("oauth_url", door.oauthUrl().toString());
        values.put("api_url", door.apiUrl().toString());
        values.put("users", Sql.array(settings.whose().users()));
        values.put("stop_on_unknown_user", settings.whose().stopOnUnknownUser());
        var publishing = settings.publishing();
        var fallback = publishing.fallbackOwner();
        values.put("publish_as", publishing.publishAs().word());
        values.put("fallback_owner", fallback == null ? null : fallback.value());
        values.put("concatenate", publishing.concatenate());
        values.put("publish_status", publishing.publishStatus().word());
        var deletion = settings.deletion();
        values.put("delete_from_zoom", deletion.deleteFromZoom());
        values.put("delete_grace_ms", deletion.grace().toMillis());
        values.put("delete_permanently", deletion.permanently());
        values.put("delete_unimported", deletion.unimported());
        values.put("deletion_cap", deletion.cap());
        var choice = settings.choice();
        values.put("fetch_from", choice.fetchFrom());
        values.put("views", Sql.array(choice.views()));
        values.put("minimum_length_ms", choice.minimumLength().toMillis());
        values.put("false_start_ms", choice.falseStart().toMillis());
        values.put("topic_include", choice.topicInclude());
        values.put("topic_exclude", choice.topicExclude());
        values.put("webinars", choice.webinars());
        values.put("private_chat", choice.privateChat());
        return values;
    }

    private static Connection toConnection(ResultSet row, int number) throws SQLException {
        return new Connection(
                new ConnectionId(row.getObject("id", UUID.class)),
                toSettings(row),
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

    private static Settings toSettings(ResultSet row) throws SQLException {
        var fallback = row.getObject("fallback_owner", UUID.class);
        return new Settings(
                row.getString("name"),
                new Settings.Door(
                        Word.parse(Auth.class, row.getString("auth")),
                        row.getString("account_id"),
                        row.getString("client_id"),
                        row.getString("api_key"),
                        URI.create(row.getString("oauth_url")),
                        URI.create(row.getString("api_url"))),
                new Settings.Whose(Sql.texts(row, "users"), row.getBoolean("stop_on_unknown_user")),
                new Settings.Publishing(
                        Word.parse(PublishAs.class, row.getString("publish_as")),
                        fallback == null ? null : new PersonId(fallback),
                        row.getBoolean("concatenate"),
                        Word.parse(PublishStatus.class, row.getString("publish_status"))),
                new Settings.Deletion(
                        row.getBoolean("delete_from_zoom"),
                        Duration.ofMillis(row.getLong("delete_grace_ms")),
                        row.getBoolean("delete_permanently"),
                        row.getBoolean("delete_unimported"),
                        row.getInt("deletion_cap")),
                new Settings.Choice(
                        row.getObject("fetch_from", LocalDate.class),
                        Sql.texts(row, "views"),
                        Duration.ofMillis(row.getLong("minimum_length_ms")),
                        Duration.ofMillis(row.getLong("false_start_ms")),
                        row.getString("topic_include"),
                        row.getString("topic_exclude"),
                        row.getBoolean("webinars"),
                        row.getBoolean("private_chat")));
    }

    private static Set<String> saved(ResultSet row) throws SQLException {
        var saved = new HashSet<String>();
        if (row.getString("client_secret") != null) saved.add("clientSecret");
        if (row.getString("api_secret") != null) saved.add("apiSecret");
        if (row.getString("webhook_secret") != null) saved.add("webhookSecret");
        return saved;
    }
}
