package zoomsim.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import zoomsim.http.ApiError;
import zoomsim.http.Reply;

/** Counts requests per second and, on the free plan, per day in UTC; says no where Zoom would. */
final class RateLimits {
    private final Plan plan;
    private final Clock clock;
    private final Map<RateLabel, Count> counts = new EnumMap<>(RateLabel.class);

    RateLimits(Plan plan, Clock clock) {
        this.plan = plan;
        this.clock = clock;
    }

    /**
     * The verdict on one request.
     *
     * @param headers for its reply
     */
    record Verdict(boolean allowed, Map<String, String> headers, boolean usedUpForToday) {
        Reply refusal() {
            var error = usedUpForToday ? ApiError.TOO_MANY_PER_DAY : ApiError.TOO_MANY_PER_SECOND;
            return error.reply().with(headers);
        }
    }

    synchronized Verdict count(RateLabel label) {
        var now = clock.instant();
        var count = counts.computeIfAbsent(label, _ -> new Count());
        count.turn(now);
        int perSecond = label.perSecond(plan);
        int perDay = label.perDay(plan);
        boolean dayOver = perDay > 0 && count.today >= perDay;
        boolean allowed = !dayOver && count.thisSecond < perSecond;
        if (allowed) {
            count.today++;
            count.thisSecond++;
        }
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-RateLimit-Category", label.toString());
        headers.put("X-RateLimit-Type", dayOver ? "Daily-limit" : "QPS");
        headers.put("X-RateLimit-Limit", Integer.toString(dayOver ? perDay : perSecond));
        headers.put("X-RateLimit-Remaining", Integer.toString(dayOver ? 0 : perSecond - count.thisSecond));
        if (dayOver)
            headers.put(
                    "Retry-After",
                    count.day
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toString());
        return new Verdict(allowed, headers, dayOver);
    }

    private static final class Count {
        private long second;
        private LocalDate day = LocalDate.EPOCH;
        private int thisSecond;
        private int today;

        private void turn(Instant now) {
            if (second != now.getEpochSecond()) {
                second = now.getEpochSecond();
                thisSecond = 0;
            }
            var date = now.atOffset(ZoneOffset.UTC).toLocalDate();
            if (!day.equals(date)) {
                day = date;
                today = 0;
            }
        }
    }
}
