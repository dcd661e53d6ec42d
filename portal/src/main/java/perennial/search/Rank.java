package perennial.search;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;

/** Where an item stands in what was found, which is sorted by score, then newest first: the next page starts behind it. */
record Rank(float score, OffsetDateTime at, UUID id) {
    static final Rank START =
            new Rank(Float.MAX_VALUE, OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC), new UUID(-1, -1));

    private static final int BYTES = Float.BYTES + Long.BYTES + Integer.BYTES + 2 * Long.BYTES;

    /**
     * Reads what {@link #toString} wrote; the empty text is {@link #START}.
     *
     * @throws IllegalArgumentException if it is not of our making
     */
    static Rank of(String text) {
        if (text.isEmpty()) return START;
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        if (bytes.remaining() != BYTES) throw new IllegalArgumentException("not a rank: " + text);
        try {
            var score = bytes.getFloat();
            var at = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt()).atOffset(ZoneOffset.UTC);
            return new Rank(score, at, new UUID(bytes.getLong(), bytes.getLong()));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a rank: " + text, e);
        }
    }

    @Override
    public String toString() {
        var bytes = ByteBuffer.allocate(BYTES)
                .putFloat(score)
                .putLong(at.toEpochSecond())
                .putInt(at.getNano())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
