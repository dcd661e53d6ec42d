package perennial.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The audit log. Entries are written once; the database itself refuses to change or delete one. */
@Service
public class AuditLog {
    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Records an action in the caller's transaction: if that rolls back, nothing happened and nothing is recorded.
     *
     * @param actor who did it: an e-mail address, or what acted by itself ("Zoom app")
     * @param action stable name, module first, e.g. {@code people.role-changed}
     * @param subject what it was done to, as people know it
     * @param detail further facts in words, e.g. {@code viewer → contributor}; may be empty; never a secret
     */
    public void record(String actor, String action, String subject, String detail) {
        jdbc.sql("insert into audit_entry (actor, action, subject, detail) values (:actor, :action, :subject, :detail)")
                .param("actor", actor)
                .param("action", action)
                .param("subject", subject)
                .param("detail", detail)
                .update();
    }

    /**
     * Newest first.
     *
     * @param before only entries with a lower id; absent: from the newest
     * @param words entries that hold them in any column, ignoring case; empty: all
     * @param limit at most this many
     */
    public List<AuditEntry> entries(@Nullable Long before, String words, int limit) {
        return jdbc.sql("""
                        select id, at, actor, action, subject, detail from audit_entry
                        where id < :before
                          and (:words = '' or strpos(lower(concat_ws(' ', actor, action, subject, detail)), lower(:words)) > 0)
                        order by id desc limit :limit""")
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("words", words)
                .param("limit", limit)
                .query(AuditEntry::of)
                .list();
    }
}
