package zoomsim.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The limits of a plan, per second and per day. */
class RateLimitsTest {
    private static final Instant MORNING = Instant.parse("2026-11-24T08:00:00Z");

    private Instant now = MORNING;

    @Test
    void aSecondHasRoomForSoManyAndTheNextSecondAgain() {
        var limits = new RateLimits(Plan.PRO, clock());
        for (int i = 0; i < 20; i++)
            assertThat(limits.count(RateLabel.MEDIUM).allowed()).isTrue();
        var refused = limits.count(RateLabel.MEDIUM);
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.headers())
                .containsEntry("X-RateLimit-Remaining", "0")
                .doesNotContainKey("Retry-After");
        assertThat(limits.count(RateLabel.LIGHT).allowed()).isTrue();
        now = now.plusSeconds(1);
        assertThat(limits.count(RateLabel.MEDIUM).allowed()).isTrue();
    }

    @Test
    void theFreePlanHasADayThatEndsAtMidnightUtc() {
        var limits = new RateLimits(Plan.FREE, clock());
        for (int i = 0; i < 2_000; i++) {
            assertThat(limits.count(RateLabel.MEDIUM).allowed()).isTrue();
            if (i % 2 == 1) now = now.plusSeconds(1);
        }
        assertThat(limits.count(RateLabel.MEDIUM).headers())
                .containsEntry("X-RateLimit-Type", "Daily-limit")
                .containsEntry("Retry-After", "2026-11-25T00:00:00Z");
        now = now.plus(Duration.ofDays(1));
        assertThat(limits.count(RateLabel.MEDIUM).allowed()).isTrue();
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
