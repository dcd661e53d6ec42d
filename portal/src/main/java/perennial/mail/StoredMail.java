package perennial.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail of the outbox.
 *
 * @param messageId the same for each attempt, so that a mail that was delivered twice is known as one
 * @param reason what the last attempt met; empty: nothing yet
 * @param nextTry absent: no attempt is planned
 */
public record StoredMail(
        MailId id,
        String to,
        String subject,
        String text,
        String messageId,
        MailState state,
        int attempts,
        String reason,
        Instant createdAt,
        @Nullable Instant nextTry,
        @Nullable Instant endedAt) {

    static StoredMail read(ResultSet row, int number) throws SQLException {
        return new StoredMail(
                new MailId(row.getObject("id", UUID.class)),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("message_id"),
                MailState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("reason"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "next_try_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
