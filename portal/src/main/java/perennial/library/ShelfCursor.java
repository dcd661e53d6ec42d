package perennial.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.UUID;

/** A place in the library in one of its orders: the next page starts behind it. */
public record ShelfCursor(Object key, UUID id) {
    /** Before the first item. */
    public static final ShelfCursor START = new ShelfCursor("", new UUID(0, 0));

    static ShelfCursor of(MediaOrder order, UUID id, ResultSet row) throws SQLException {
        return new ShelfCursor(
                switch (order) {
                    case NEWEST -> row.getObject("sort_key", OffsetDateTime.class);
                    case VIEWED, LONGEST -> row.getLong("sort_key");
                    case TITLE -> row.getString("sort_key");
                },
                id);
    }

    /**
     * Reads what {@link #toString} wrote for a page in {@code order}; the empty text is {@link #START}.
     *
     * @throws IllegalArgumentException if it is not of our making
     */
    public static ShelfCursor of(MediaOrder order, String text) {
        if (text.isEmpty()) return START;
        var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\n", 2);
        if (parts.length != 2) throw new IllegalArgumentException("not a cursor: " + text);
        try {
            var key = switch (order) {
                case NEWEST -> Cursor.known(OffsetDateTime.parse(parts[1]));
                case VIEWED, LONGEST -> Long.valueOf(parts[1]);
                case TITLE -> parts[1].replace("\0", "");
            };
            return new ShelfCursor(key, UUID.fromString(parts[0]));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a cursor: " + text, e);
        }
    }

    boolean isStart() {
        return equals(START);
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((id + "\n" + key).getBytes(UTF_8));
    }
}
