package perennial.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counters against guessing, in rows, so that all nodes share them. A try is reserved before the password is looked at:
 * however many come at once, no more than the limit get that far.
 */
@Component
class Tries {
    private final JdbcClient jdbc;
    private final PeopleProperties limits;
    private final Clock clock;

    Tries(JdbcClient jdbc, PeopleProperties limits, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.clock = clock;
    }

    /** Counts a try to sign in. Empty when it may go on; else how long to wait. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Optional<Duration> reserve(String email, String network) {
        return reserve(subjects(email, network));
    }

    /**
     * Counts a request that a guest makes for an account, {@code what} apart from all others: whoever floods one does
     * not lock the sign-in.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Optional<Duration> reserveRequest(String what, String email, String network) {
        var limit = new LinkedHashMap<String, Integer>();
        subjects(email, network).forEach((subject, tries) -> limit.put(what + " " + subject, tries));
        return reserve(limit);
    }

    /** Counts a use of a secret that nobody could know, from one network. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Optional<Duration> reserveSecret(String what, String network) {
        return reserve(Map.of(what + " network " + network, limits.triesPerNetwork()));
    }

    private Optional<Duration> reserve(Map<String, Integer> limit) {
        for (var subject : limit.entrySet()) {
            var count = count(subject.getKey());
            if (count.tries() > subject.getValue()) {
                var wait = Duration.between(clock.instant(), count.windowStart().plus(limits.tryWindow()));
                return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
            }
        }
        return Optional.empty();
    }

    /** Takes a try back that turned out right; what others tried stays counted. */
    void succeeded(String email, String network) {
        var subjects = subjects(email, network).keySet();
        jdbc.sql("delete from sign_in_try where subject = :own or window_start < :old")
                .param("own", both(email, network))
                .param("old", clock.instant().minus(limits.tryWindow()).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("update sign_in_try set tries = tries - 1 where subject in (:subjects) and tries > 1")
                .param("subjects", List.copyOf(subjects))
                .update();
    }

    private Count count(String subject) {
        var now = clock.instant();
        return jdbc.sql("""
                        insert into sign_in_try as t (subject, window_start, tries) values (:subject, :now, 1)
                        on conflict (subject) do update set
                            tries = case when t.window_start <= :old then 1 else least(t.tries + 1, 1000000) end,
                            window_start = case when t.window_start <= :old then :now else t.window_start end
                        returning tries, window_start""")
                .param("subject", subject)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("old", now.minus(limits.tryWindow()).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Count(
                        row.getInt("tries"),
                        row.getObject("window_start", OffsetDateTime.class).toInstant()))
                .single();
    }

    /** The narrowest first: a flood from one network ends there and does not use up the account's own counter. */
    private Map<String, Integer> subjects(String email, String network) {
        var limit = new LinkedHashMap<String, Integer>();
        limit.put(both(email, network), limits.triesPerAddress());
        limit.put("network " + network, limits.triesPerNetwork());
        limit.put("account " + EmailAddress.key(email), limits.triesPerAccount());
        return limit;
    }

    private static String both(String email, String network) {
        return "account " + EmailAddress.key(email) + " network " + network;
    }

    private record Count(int tries, Instant windowStart) {}
}
