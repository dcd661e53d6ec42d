package perennial.zoom;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long a 429 wants us to wait. Zoom sends an ISO instant in {@code Retry-After}, and only for daily limits;
 * proxies send seconds or an HTTP date. Daily counters go back to zero at 00:00 UTC.
 */
final class RetryAfter {
    /** No limit of Zoom's lasts longer than a day; a later date is a mistake. */
    private static final Duration LONGEST = Duration.ofHours(25);

    private RetryAfter() {}

    static Instant read(Reply reply, Instant now) {
        var asked = parse(reply.header("retry-after"), now);
        if (asked != null && asked.isAfter(now)) {
            return asked.isBefore(now.plus(LONGEST)) ? asked : now.plus(LONGEST);
        }
        if (asked == null && daily(reply)) {
            return now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS).plus(scatter());
        }
        return now.plusSeconds(1).plus(scatter());
    }

    private static @Nullable Instant parse(@Nullable String header, Instant now) {
        if (header == null) return null;
        var text = header.strip();
        try {
            if (text.matches("\\d{1,9}")) return now.plusSeconds(Long.parseLong(text));
            if (text.matches("\\d{4}-.*")) return instant(text);
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant instant(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.ISO_DATE_TIME.withZone(ZoneOffset.UTC))
                .toInstant();
    }

    private static boolean daily(Reply reply) {
        var type = reply.header("x-ratelimit-type");
        return type == null
                ? reply.body().contains("daily")
                : type.toLowerCase(Locale.ROOT).contains("daily");
    }

    /** So that all who were sent away do not come back at once. */
    private static Duration scatter() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(1000));
    }
}
