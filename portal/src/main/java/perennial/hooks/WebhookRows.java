package perennial.hooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of webhooks. Every method is one statement. */
@Repository
class WebhookRows {
    private static final String COLUMNS = "id, address, events, enabled, note, failing_since, created_by, created_at";

    private final JdbcClient jdbc;

    WebhookRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Webhook webhook, String sealedSecret) {
        jdbc.sql("""
                        insert into webhook (id, address, events, secret, enabled, created_by, created_at)
                        values (:id, :address, :events, :secret, :enabled, :by, :at)""")
                .param("id", webhook.id().value())
                .param("address", webhook.address())
                .param("events", words(webhook.events()))
                .param("secret", sealedSecret)
                .param("enabled", webhook.enabled())
                .param("by", webhook.createdBy())
                .param("at", webhook.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The oldest first. */
    List<Webhook> all() {
        return jdbc.sql("select " + COLUMNS + " from webhook order by created_at, id")
                .query(WebhookRows::read)
                .list();
    }

    Optional<Webhook> find(WebhookId id) {
        return jdbc.sql("select " + COLUMNS + " from webhook where id = :id")
                .param("id", id.value())
                .query(WebhookRows::read)
                .optional();
    }

    /** Those that are on and want to know of {@code event}. */
    List<WebhookId> wanting(HookEvent event) {
        return jdbc.sql("select id from webhook where enabled and :event = any (events)")
                .param("event", event.word())
                .query((row, number) -> new WebhookId(row.getObject("id", UUID.class)))
                .list();
    }

    /** A person's change; it starts afresh. */
    void change(WebhookId id, String address, Collection<HookEvent> events, boolean enabled) {
        jdbc.sql("""
                        update webhook set address = :address, events = :events, enabled = :enabled, note = '',
                            failing_since = null
                        where id = :id""")
                .param("address", address)
                .param("events", words(events))
                .param("enabled", enabled)
                .param("id", id.value())
                .update();
    }

    void works(WebhookId id) {
        jdbc.sql("update webhook set failing_since = null where id = :id and failing_since is not null")
                .param("id", id.value())
                .update();
    }

    void fails(WebhookId id, Instant now) {
        jdbc.sql("update webhook set failing_since = :now where id = :id and failing_since is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    /** Tells whether it was on. */
    boolean switchOff(WebhookId id, String note) {
        return jdbc.sql("update webhook set enabled = false, note = :note where id = :id and enabled")
                        .param("note", note)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void delete(WebhookId id) {
        jdbc.sql("delete from webhook where id = :id").param("id", id.value()).update();
    }

    private static String[] words(Collection<HookEvent> events) {
        return events.stream().map(HookEvent::word).sorted().toArray(String[]::new);
    }

    private static Webhook read(ResultSet row, int number) throws SQLException {
        var events = Arrays.stream((String[]) row.getArray("events").getArray())
                .flatMap(word -> HookEvent.ofWord(word).stream())
                .sorted()
                .toList();
        return new Webhook(
                new WebhookId(row.getObject("id", UUID.class)),
                row.getString("address"),
                events,
                row.getBoolean("enabled"),
                row.getString("note"),
                moment(row, "failing_since"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
