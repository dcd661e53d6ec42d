package perennial.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.zoom.CallKind;

/** The rows of the budgets, each method one statement. The database's clock counts, for it is the same for all nodes. */
@Repository
class BudgetRows {
    /** Other apps of the same Zoom account get the rest. */
    private static final double SHARE = 0.8;

    /** Of the smallest plan that records into the cloud; replies soon say what holds. */
    private static final int LIGHT_PER_SECOND = 30;

    private static final int MEDIUM_PER_SECOND = 20;

    private final JdbcClient jdbc;

    BudgetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When a call may be made. */
    record Turn(Instant at, Duration pause) {}

    /** Takes the next turn and counts the call. */
    Turn take(String zoomAccount, CallKind kind) {
        return jdbc.sql("""
                        insert into zoom_budget as b (zoom_account, kind, day, calls, turn_at, next_at, per_second)
                        values (:account, :kind, (clock_timestamp() at time zone 'UTC')::date, 1, clock_timestamp(),
                            clock_timestamp() + make_interval(secs => 1.0 / (:share * :perSecond)), :perSecond)
                        on conflict (zoom_account, kind) do update
                        set day = excluded.day,
                            calls = case b.day when excluded.day then b.calls + 1 else 1 end,
                            turn_at = greatest(b.next_at, b.blocked_until, clock_timestamp()),
                            next_at = greatest(b.next_at, b.blocked_until, clock_timestamp())
                                + make_interval(secs => 1.0 / (:share * b.per_second))
                        returning turn_at, greatest(0, extract(epoch from turn_at - clock_timestamp()) * 1000)::bigint as wait""")
                .param("account", zoomAccount)
                .param("kind", Word.of(kind))
                .param("share", SHARE)
                .param("perSecond", kind == CallKind.LIGHT ? LIGHT_PER_SECOND : MEDIUM_PER_SECOND)
                .query(BudgetRows::toTurn)
                .single();
    }

    /** A turn that was taken and is not used. */
    void giveBack(String zoomAccount, CallKind kind) {
        jdbc.sql("""
                        update zoom_budget
                        set calls = greatest(0, calls - 1),
                            next_at = next_at - make_interval(secs => 1.0 / (:share * per_second))
                        where zoom_account = :account and kind = :kind""")
                .param("share", SHARE)
                .param("account", zoomAccount)
                .param("kind", Word.of(kind))
                .update();
    }

    void perSecond(String zoomAccount, CallKind kind, int calls) {
        jdbc.sql("""
                        update zoom_budget set per_second = :calls
                        where zoom_account = :account and kind = :kind and per_second <> :calls""")
                .param("calls", calls)
                .param("account", zoomAccount)
                .param("kind", Word.of(kind))
                .update();
    }

    /** @param perDay 0: the day's limit is not known from this */
    void blocked(String zoomAccount, CallKind kind, Instant until, int perDay) {
        jdbc.sql("""
                        update zoom_budget
                        set blocked_until = greatest(blocked_until, :until), per_day = coalesce(nullif(:perDay, 0), per_day)
                        where zoom_account = :account and kind = :kind""")
                .param("until", Sql.at(until))
                .param("perDay", perDay)
                .param("account", zoomAccount)
                .param("kind", Word.of(kind))
                .update();
    }

    /** How much of today's budget is used, all kinds together. */
    CallsToday today(String zoomAccount) {
        return jdbc.sql("""
                        select coalesce(sum(calls) filter (where day = (now() at time zone 'UTC')::date), 0) as calls,
                            min(per_day) as per_day
                        from zoom_budget where zoom_account = :account""")
                .param("account", zoomAccount)
                .query((row, n) -> new CallsToday(row.getLong("calls"), row.getObject("per_day", Integer.class)))
                .single();
    }

    private static Turn toTurn(ResultSet row, int number) throws SQLException {
        return new Turn(Sql.instant(row, "turn_at"), Duration.ofMillis(row.getLong("wait")));
    }
}
