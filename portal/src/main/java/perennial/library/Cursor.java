package perennial.library;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import perennial.web.PortalException;

/** A place in a list that is sorted by a time, newest first: the next page starts behind it. */
public record Cursor(OffsetDateTime at, UUID id) {
    /** Before the first item. */
    public static final Cursor START =
            new Cursor(OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC), new UUID(-1, -1));

    private static final int BYTES = Long.BYTES + Integer.BYTES + 2 * Long.BYTES;

    /** The place of {@code media}. */
    public static Cursor behind(Media media) {
        return new Cursor(
                media.recordedAt().atOffset(ZoneOffset.UTC), media.id().value());
    }

    /**
     * Reads what {@link #toString} wrote; the empty text is {@link #START}.
     *
     * @throws IllegalArgumentException if it is not of our making
     */
    public static Cursor of(String text) {
        if (text.isEmpty()) return START;
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        if (bytes.remaining() != BYTES) throw new IllegalArgumentException("not a cursor: " + text);
        try {
            var at = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt()).atOffset(ZoneOffset.UTC);
            return new Cursor(known(at), new UUID(bytes.getLong(), bytes.getLong()));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a cursor: " + text, e);
        }
    }

    /**
     * Reads the cursor that somebody asks with.
     *
     * @throws PortalException 400 if it is not of our making
     */
    public static Cursor asked(String text) {
        try {
            return of(text);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    /** What is said to somebody whose cursor is not of our making. */
    public static PortalException unknown() {
        return PortalException.badRequest(
                "unknown-cursor", "This is not a cursor of this list", "Send back what \"next\" held, unchanged.");
    }

    /**
     * @throws DateTimeException if no list of ours reaches there, and no database does
     */
    static OffsetDateTime known(OffsetDateTime at) {
        if (at.getYear() < 0 || at.getYear() > START.at.getYear())
            throw new DateTimeException("no time of ours: " + at);
        return at;
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
