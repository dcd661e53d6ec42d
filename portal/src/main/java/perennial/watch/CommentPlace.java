package perennial.watch;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;

/** A place in the comments of a video, newest first: the next page starts behind it. */
public record CommentPlace(OffsetDateTime at, UUID id) {
    /** Before the newest. */
    public static final CommentPlace START =
            new CommentPlace(OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC), new UUID(-1, -1));

    private static final int BYTES = Long.BYTES + Integer.BYTES + 2 * Long.BYTES;

    static CommentPlace behind(Comment comment) {
        return new CommentPlace(
                comment.writtenAt().atOffset(ZoneOffset.UTC), comment.id().value());
    }

    /**
     * Reads what {@link #toString} wrote; the empty text is {@link #START}.
     *
     * @throws IllegalArgumentException if it is not of our making
     */
    public static CommentPlace of(String text) {
        if (text.isEmpty()) return START;
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        if (bytes.remaining() != BYTES) throw new IllegalArgumentException("not a place: " + text);
        try {
            var at = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt()).atOffset(ZoneOffset.UTC);
            return new CommentPlace(at, new UUID(bytes.getLong(), bytes.getLong()));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a place: " + text, e);
        }
    }

    @Override
    public String toString() {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(at.toEpochSecond())
                .putInt(at.getNano())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
