package zoomsim.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Invents identifiers in Zoom's shapes; the same seed gives the same ones in the same order. */
public final class Identifiers {
    private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();

    private final Random random;

    public Identifiers(long seed) {
        this.random = new Random(seed);
    }

    /** Identifiers for one thing among many; {@code name} tells it from the others. */
    public static Identifiers of(long seed, String name) {
        var hash = UUID.nameUUIDFromBytes((seed + " " + name).getBytes(StandardCharsets.UTF_8));
        return new Identifiers(hash.getMostSignificantBits() ^ hash.getLeastSignificantBits());
    }

    /** 22 characters, as of users, accounts and applications. */
    public String id() {
        return URL_SAFE.encodeToString(bytes(16));
    }

    /** URL-safe text of that many characters. */
    public String text(int length) {
        return URL_SAFE.encodeToString(bytes(length)).substring(0, length);
    }

    public UUID guid() {
        var bytes = ByteBuffer.wrap(bytes(16));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** Base64 of 16 bytes without a slash, so that it needs no double encoding. */
    public String meetingUuid() {
        while (true) {
            var uuid = Base64.getEncoder().encodeToString(bytes(16));
            if (!uuid.contains("/")) return uuid;
        }
    }

    /** 11 digits. */
    public long meetingNumber() {
        return 80_000_000_000L + random.nextLong(9_999_999_999L);
    }

    /** 10 digits. */
    public long personalNumber() {
        return 2_000_000_000L + random.nextLong(7_999_999_999L);
    }

    public long number() {
        return random.nextLong();
    }

    /** From 0 to {@code bound}, which is not reached. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** Puts the list in another order. */
    public void shuffle(List<?> list) {
        Collections.shuffle(list, random);
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
