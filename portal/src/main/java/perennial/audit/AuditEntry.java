package perennial.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** One line of the audit log, see {@link AuditLog#record}. Ids grow with time. */
public record AuditEntry(long id, Instant at, String actor, String action, String subject, String detail) {
    static AuditEntry of(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"));
    }
}
