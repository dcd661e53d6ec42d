package perennial.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to read.
 *
 * @param words entries that hold them in any column, ignoring case; empty: all
 * @param area absent: all areas
 * @param from the earliest moment, included; absent: from the beginning
 * @param until the first moment that is too late; absent: to the end
 */
public record AuditFilter(
        String words,
        @Nullable AuditArea area,
        @Nullable Instant from,
        @Nullable Instant until) {
    public static final AuditFilter ALL = new AuditFilter("", null, null, null);

    public static AuditFilter words(String words) {
        return new AuditFilter(words, null, null, null);
    }
}
