package zoomsim.account;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Many recorded meetings that are stored nowhere: everything about one follows from its number, which its uuid and the
 * keys of its files carry. Number 0 is the newest; they are evenly spread and their hosts take turns.
 */
public final class PlainMeetings {
    private static final long FIRST_NUMBER = 80_000_000_000L;
    private static final int MASK = 0x5EED_CAFE;
    private static final Duration LENGTH = Duration.ofMinutes(10);
    private static final int SIZE_SPREAD = 400_000;

    private final int count;
    private final long seed;
    private final Instant newest;
    private final Duration between;
    private final List<User> hosts;

    /** @param newest the start of number 0 */
    public PlainMeetings(int count, long seed, Instant newest, Duration between, List<User> hosts) {
        this.count = count;
        this.seed = seed;
        this.newest = newest.truncatedTo(ChronoUnit.SECONDS);
        this.between = between;
        this.hosts = List.copyOf(hosts);
    }

    static PlainMeetings none() {
        return new PlainMeetings(0, 0, Instant.EPOCH, Duration.ofHours(1), List.of());
    }

    int count() {
        return count;
    }

    /** The first number whose meeting does not begin after {@code moment}. */
    int firstNotAfter(Instant moment) {
        long behind = Duration.between(moment, newest).toMillis();
        if (behind <= 0) return 0;
        long step = between.toMillis();
        return (int) Math.min(count, (behind + step - 1) / step);
    }

    Meeting at(int number) {
        var start = newest.minus(between.multipliedBy(number)).truncatedTo(ChronoUnit.SECONDS);
        var uuid = uuid(number);
        return new Meeting(
                uuid,
                FIRST_NUMBER + number,
                2,
                "Meeting " + (number + 1),
                hosts.get(number % hosts.size()),
                start,
                "",
                "p" + Long.toString(mixed(number) >>> 20, 36),
                List.of(
                        file(number, 0, "MP4", "MP4", "shared_screen_with_speaker_view", start, video(number)),
                        file(number, 1, "CHAT", "TXT", "chat_file", start, chat(number))),
                List.of(),
                null,
                false,
                null);
    }

    /** The number of the meeting with that uuid, if it is one of these. */
    OptionalInt byUuid(String uuid) {
        try {
            var bytes = Base64.getDecoder().decode(uuid);
            if (bytes.length != 16) return OptionalInt.empty();
            int number = ByteBuffer.wrap(bytes).getInt() ^ MASK;
            return known(number) && uuid(number).equals(uuid) ? OptionalInt.of(number) : OptionalInt.empty();
        } catch (IllegalArgumentException e) {
            return OptionalInt.empty();
        }
    }

    OptionalInt byFile(UUID key) {
        int number = (int) (key.getMostSignificantBits() >>> 32) ^ MASK;
        int file = (int) (key.getLeastSignificantBits() & 0xFF);
        return known(number) && key(number, file).equals(key) ? OptionalInt.of(number) : OptionalInt.empty();
    }

    OptionalInt byNumber(long meetingNumber) {
        long number = meetingNumber - FIRST_NUMBER;
        return number >= 0 && number < count ? OptionalInt.of((int) number) : OptionalInt.empty();
    }

    private boolean known(int number) {
        return number >= 0 && number < count;
    }

    /** Without a slash, so that it needs no double encoding. */
    private String uuid(int number) {
        for (long salt = 0; ; salt++) {
            var bytes = ByteBuffer.allocate(16)
                    .putInt(number ^ MASK)
                    .putLong(mixed(number + (salt << 32)))
                    .putInt((int) mixed(~number))
                    .array();
            var uuid = Base64.getEncoder().encodeToString(bytes);
            if (!uuid.contains("/") || salt == 1_000) return uuid;
        }
    }

    private UUID key(int number, int file) {
        long high = ((long) (number ^ MASK) << 32) | (mixed(number * 31L + file) & 0xFFFF_FFFFL);
        return new UUID(high, (mixed(number * 37L + file) & ~0xFFL) | file);
    }

    private RecordingFile file(
            int number, int file, String type, String extension, String recordingType, Instant start, Content content) {
        return new RecordingFile(
                key(number, file),
                false,
                type,
                extension,
                recordingType,
                start,
                start.plus(LENGTH),
                content,
                RecordingFile.ShownSize.TRUE,
                null);
    }

    private Content video(int number) {
        long size = GeneratedVideo.SMALLEST + Math.floorMod(mixed(number), SIZE_SPREAD);
        return new GeneratedVideo(seed + number, size, LENGTH);
    }

    private Content chat(int number) {
        return new TextBytes("00:00:05\t%s:\tThis is meeting %d.\n"
                .formatted(hosts.get(number % hosts.size()).displayName(), number + 1));
    }

    private long mixed(long number) {
        long z = (seed + 1) * 0x9E3779B97F4A7C15L + number * 0xD1B54A32D192ED03L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
