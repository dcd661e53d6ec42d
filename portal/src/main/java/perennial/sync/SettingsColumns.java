package perennial.sync;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import perennial.people.PersonId;

/** Settings as the columns of their connection's row. */
final class SettingsColumns {
    static final List<String> NAMES = List.of(
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

    private SettingsColumns() {}

    /** What the row holds, by column. */
    static Map<String, @Nullable Object> values(Settings settings) {
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

    static Settings read(ResultSet row) throws SQLException {
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
                        aliases(row),
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

    private static Map<String, PersonId> aliases(ResultSet row) throws SQLException {
        var emails = Sql.texts(row, "alias_emails");
        var people = Sql.uuids(row, "alias_people");
        var aliases = new TreeMap<String, PersonId>();
        for (int i = 0; i < emails.size(); i++) aliases.put(emails.get(i), new PersonId(people.get(i)));
        return aliases;
    }
}
