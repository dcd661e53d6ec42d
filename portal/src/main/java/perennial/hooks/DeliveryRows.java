package perennial.hooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.library.Cursor;

/** The messages that wait, and the log of those that were sent. Every method is one statement. */
@Repository
class DeliveryRows {
    private final JdbcClient jdbc;

    DeliveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Delivery delivery) {
        jdbc.sql("""
                        insert into webhook_delivery (id, webhook, message, event, subject, detail, payload, state, created_at, next_at)
                        values (:id, :webhook, :message, :event, :subject, :detail, :payload, 'WAITING', :at, :at)""")
                .param("id", delivery.id())
                .param("webhook", delivery.webhook().value())
                .param("message", delivery.message())
                .param("event", delivery.event().word())
                .param("subject", delivery.subject())
                .param("detail", delivery.detail())
                .param("payload", delivery.payload(), Types.VARCHAR)
                .param("at", delivery.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether the same waits already and was not tried yet: then one message serves both. */
    boolean waits(WebhookId webhook, HookEvent event, String subject) {
        return jdbc.sql("""
                        select exists (select from webhook_delivery
                            where webhook = :webhook and subject = :subject and event = :event and state = 'WAITING' and attempts = 0)""")
                .param("webhook", webhook.value())
                .param("subject", subject)
                .param("event", event.word())
                .query(Boolean.class)
                .single();
    }

    /** Takes back what this very transaction wanted to tell of {@code subject}: something else tells more. */
    void takeBack(HookEvent event, String subject) {
        jdbc.sql("""
                        delete from webhook_delivery
                        where subject = :subject and event = :event and state = 'WAITING' and xact = pg_current_xact_id()""").param("subject", subject).param("event", event.word()).update();
    }

    /** Whether this very transaction tells of {@code event} already. */
    boolean toldNow(HookEvent event, String subject) {
        return jdbc.sql("""
                        select exists (select from webhook_delivery
                            where subject = :subject and event = :event and state = 'WAITING' and xact = pg_current_xact_id())""")
                .param("subject", subject)
                .param("event", event.word())
                .query(Boolean.class)
                .single();
    }

    Optional<Delivery> find(UUID id) {
        return jdbc.sql("select * from webhook_delivery where id = :id")
                .param("id", id)
                .query(DeliveryRows::read)
                .optional();
    }

    /** The newest first, behind {@code before}. */
    List<Delivery> log(WebhookId webhook, Cursor before, int limit) {
        return jdbc.sql("""
                        select * from webhook_delivery where webhook = :webhook and (created_at, id) < (:at, :id)
                        order by created_at desc, id desc limit :limit""")
                .param("webhook", webhook.value())
                .param("at", before.at())
                .param("id", before.id())
                .param("limit", limit)
                .query(DeliveryRows::read)
                .list();
    }

    /** What is to be sent, each time the same. */
    void payload(UUID id, String payload) {
        jdbc.sql("update webhook_delivery set payload = :payload where id = :id")
                .param("payload", payload)
                .param("id", id)
                .update();
    }

    void tried(UUID id, Attempt attempt, Delivery.State state, @Nullable Instant next, Instant now) {
        jdbc.sql("""
                        update webhook_delivery set attempts = attempts + 1, state = :state, status = :status, reason = :reason,
                            took_ms = :took, next_at = :next, ended_at = :ended
                        where id = :id and state = 'WAITING'""")
                .param("state", state.name())
                .param("status", attempt.status(), Types.INTEGER)
                .param("reason", attempt.reason())
                .param("took", attempt.took().toMillis())
                .param("next", next == null ? null : next.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "ended",
                        state == Delivery.State.WAITING ? null : now.atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id)
                .update();
    }

    /** Ends one that is not to be sent. */
    void end(UUID id, Delivery.State state, String reason, Instant now) {
        jdbc.sql("""
                        update webhook_delivery set state = :state, reason = :reason, next_at = null, ended_at = :now
                        where id = :id and state = 'WAITING'""")
                .param("state", state.name())
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** The log is kept for a while. */
    void forget(WebhookId webhook, Instant before) {
        jdbc.sql(
                        "delete from webhook_delivery where webhook = :webhook and created_at < :before and state <> 'WAITING'")
                .param("webhook", webhook.value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Delivery read(ResultSet row, int number) throws SQLException {
        var took = row.getObject("took_ms", Long.class);
        return new Delivery(
                row.getObject("id", UUID.class),
                new WebhookId(row.getObject("webhook", UUID.class)),
                row.getString("message"),
                HookEvent.ofWord(row.getString("event")).orElseThrow(),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("payload"),
                Delivery.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("status", Integer.class),
                row.getString("reason"),
                took == null ? null : Duration.ofMillis(took),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                moment(row, "next_at"),
                moment(row, "ended_at"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
