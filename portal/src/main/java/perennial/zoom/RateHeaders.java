package perennial.zoom;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a reply says about limits. Zoom leaves out this header or that, and other servers send none. */
final class RateHeaders {
    private RateHeaders() {}

    static Optional<CallBudget.Limit> read(Reply reply, Instant now) {
        int limit = number(reply.header("x-ratelimit-limit"));
        var type =
                Objects.requireNonNullElse(reply.header("x-ratelimit-type"), "").toLowerCase(Locale.ROOT);
        boolean daily = type.contains("daily");
        if (reply.status() == 429) {
            return Optional.of(new CallBudget.Limit.Until(RetryAfter.read(reply, now), daily ? limit : 0));
        }
        if (limit == 0 || daily) return Optional.empty();
        return Optional.of(new CallBudget.Limit.PerSecond(limit));
    }

    /** 0 for what is no number, or no sensible one. */
    private static int number(@Nullable String header) {
        return header != null && header.matches("\\d{1,8}") ? Integer.parseInt(header) : 0;
    }
}
