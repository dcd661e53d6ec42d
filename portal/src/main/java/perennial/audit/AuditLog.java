package perennial.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The audit log. Entries are written once; the database itself refuses to change or delete one. */
@Service
public class AuditLog {
    private static final Instant BEGINNING = Instant.EPOCH;
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

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
     * @param limit at most this many
     */
    public List<AuditEntry> entries(@Nullable Long before, AuditFilter filter, int limit) {
        return filtered("select id, at, actor, action, subject, detail", filter, "order by id desc limit :limit")
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query(AuditEntry::of)
                .list();
    }

    /** How many entries there are; counting stops at {@code most}. */
    public long count(AuditFilter filter, int most) {
        return jdbc.sql("select count(*) from (" + text("select 1", filter, "limit :limit") + ") found")
                .params(parameters(filter))
                .param("before", Long.MAX_VALUE)
                .param("limit", most)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec filtered(String select, AuditFilter filter, String end) {
        return jdbc.sql(text(select, filter, end)).params(parameters(filter));
    }

    private static String text(String select, AuditFilter filter, String end) {
        var area = filter.area();
        return """
                %s from audit_entry
                where id < :before and %s
                  and (:words = '' or strpos(lower(concat_ws(' ', actor, action, subject, detail)), lower(:words)) > 0)
                  and at >= :from and at < :until
                %s""".formatted(select, area == null ? "true" : area.condition(), end);
    }

    private static Map<String, Object> parameters(AuditFilter filter) {
        var from = filter.from() == null ? BEGINNING : filter.from();
        var until = filter.until() == null ? END : filter.until();
        return Map.of(
                "words", filter.words().strip(),
                "from", from.atOffset(ZoneOffset.UTC),
                "until", until.atOffset(ZoneOffset.UTC));
    }
}
