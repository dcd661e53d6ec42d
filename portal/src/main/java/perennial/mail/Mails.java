package perennial.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.web.PublicAddress;

/** The rows of the outbox. Every method is one statement. */
@Repository
class Mails {
    private final JdbcClient jdbc;
    private final PublicAddress address;

    Mails(JdbcClient jdbc, PublicAddress address) {
        this.jdbc = jdbc;
        this.address = address;
    }

    /** Whether it is new; a mail with the same key stays as it is. */
    boolean add(MailId id, Mail mail, Instant now) {
        return jdbc.sql("""
                                insert into outbox_mail (id, key, recipient, subject, body, message_id, created_at, next_try_at)
                                values (:id, :key, :to, :subject, :text, :message, :now, :now)
                                on conflict (key) do nothing""")
                        .param("id", id.value())
                        .param("key", mail.key())
                        .param("to", mail.to())
                        .param("subject", mail.subject())
                        .param("text", mail.text())
                        .param("message", "<" + id + "@" + address.of("/").getHost() + ">")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<StoredMail> find(MailId id) {
        return jdbc.sql("select * from outbox_mail where id = :id")
                .param("id", id.value())
                .query(StoredMail::read)
                .optional();
    }

    long count(MailState state) {
        return jdbc.sql("select count(*) from outbox_mail where state = :state")
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    /** Mails that wait without a job of their own: they were queued when no server was configured. */
    List<MailId> withoutPlan() {
        return jdbc.sql("""
                        select id from outbox_mail m where state = 'WAITING' and not exists (
                            select 1 from scheduled_tasks t
                            where t.task_name = 'mail.send' and t.task_instance = m.id::text)
                        order by created_at""")
                .query((row, number) -> MailId.parse(row.getString("id")))
                .list();
    }

    /** Newest first, of one state or (empty) of all; keyset by creation time. */
    List<StoredMail> newest(String state, Instant before, int limit) {
        return jdbc.sql("""
                        select * from outbox_mail
                        where created_at < :before and (:state = '' or state = :state)
                        order by created_at desc, id limit :limit""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("state", state)
                .param("limit", limit)
                .query(StoredMail::read)
                .list();
    }

    void sent(MailId id, Instant now) {
        jdbc.sql("""
                        update outbox_mail set state = 'SENT', attempts = attempts + 1, reason = '',
                            next_try_at = null, ended_at = :now where id = :id and state = 'WAITING'""")
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void postponed(MailId id, String reason, Instant next) {
        jdbc.sql("""
                        update outbox_mail set attempts = attempts + 1, reason = :reason, next_try_at = :next
                        where id = :id and state = 'WAITING'""")
                .param("id", id.value())
                .param("reason", reason)
                .param("next", next.atOffset(ZoneOffset.UTC))
                .update();
    }

    void failed(MailId id, String reason, Instant now) {
        jdbc.sql("""
                        update outbox_mail set state = 'FAILED', attempts = attempts + 1, reason = :reason,
                            next_try_at = null, ended_at = :now where id = :id and state = 'WAITING'""")
                .param("id", id.value())
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether it was given up and waits again from here on. */
    boolean again(MailId id, Instant now) {
        return jdbc.sql("""
                                update outbox_mail set state = 'WAITING', attempts = 0, next_try_at = :now, ended_at = null
                                where id = :id and state = 'FAILED'""")
                        .param("id", id.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
