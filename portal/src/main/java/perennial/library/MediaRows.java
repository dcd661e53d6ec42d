package perennial.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import perennial.people.PersonId;
import perennial.storage.BlobId;

/** How a row of {@code media}, joined with its author, becomes a {@link Media}. */
final class MediaRows {
    /** Of {@code media m join person author}. */
    static final String COLUMNS = """
            m.id, m.source, m.title, m.description, m.author, author.name as author_name, author.email as author_email,
            m.status, m.access, m.recorded_at, m.length_ms, m.version, m.poster, m.poster_of,
            m.download, m.embed, m.share, m.comments, m.created_at, m.changed_at, m.published_at""";

    private MediaRows() {}

    static Media toMedia(ResultSet row, int rowNumber) throws SQLException {
        var poster = row.getObject("poster", UUID.class);
        return new Media(
                new MediaId(row.getObject("id", UUID.class)),
                row.getString("source"),
                row.getString("title"),
                row.getString("description"),
                new PersonId(row.getObject("author", UUID.class)),
                row.getString("author_name"),
                row.getString("author_email"),
                MediaStatus.valueOf(row.getString("status")),
                Access.valueOf(row.getString("access")),
                instant(row, "recorded_at"),
                Duration.ofMillis(row.getLong("length_ms")),
                row.getInt("version"),
                poster == null ? null : new BlobId(poster),
                row.getInt("poster_of") == row.getInt("version"),
                new Media.Allowed(
                        row.getBoolean("download"),
                        row.getBoolean("embed"),
                        row.getBoolean("share"),
                        row.getBoolean("comments")),
                instant(row, "created_at"),
                instant(row, "changed_at"),
                instantOrNull(row, "published_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
