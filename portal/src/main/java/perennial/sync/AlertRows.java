package perennial.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of alerts, each method one statement. */
@Repository
class AlertRows {
    private final JdbcClient jdbc;

    AlertRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What {@link AlertCauses} asks for. */
    record Looking(Instant now, Instant silentSince, Instant near, int storagePercent) {}

    /** Begins an alert for each cause that has none open. */
    void open(AlertKind kind, Looking looking) {
        found("""
                insert into alert (id, cause, kind, topic, subject, sentence, path, began_at)
                select gen_random_uuid(), f.cause, :kind, f.topic, f.subject, f.sentence, f.path, :now
                from (%s) f
                where f.opens and not exists (select 1 from alert a where a.cause = f.cause and a.ended_at is null)
                on conflict do nothing""", kind, looking);
    }

    /** Notes which open ones were not found just now, and which were found again. */
    void compare(AlertKind kind, Looking looking) {
        found("""
                update alert a set missing_since = case when g.there then null else :now end
                from (
                    select o.id, exists (select 1 from (%s) f where f.cause = o.cause) as there
                    from alert o where o.kind = :kind and o.ended_at is null
                ) g
                where a.id = g.id and g.there = (a.missing_since is not null)""", kind, looking);
    }

    private void found(String statement, AlertKind kind, Looking looking) {
        jdbc.sql(statement.formatted(AlertCauses.of(kind)))
                .param("kind", kind.word())
                .param("now", Sql.at(looking.now()))
                .param("silent", Sql.at(looking.silentSince()))
                .param("near", Sql.at(looking.near()))
                .param("percent", looking.storagePercent())
                .update();
    }

    /** Ends those that were not found for {@code settle}. */
    void end(AlertKind kind, Instant now, Duration settle) {
        jdbc.sql("""
                        update alert a set ended_at = :now, outcome = (%s)
                        where kind = :kind and ended_at is null and missing_since <= :missing""".formatted(AlertCauses.outcome(kind)))
                .param("now", Sql.at(now))
                .param("kind", kind.word())
                .param("missing", Sql.at(now.minus(settle)))
                .update();
    }

    /** Those to tell of, oldest first, unless Managers were told of their topic since {@code quiet}; they count as told. */
    List<Alert> tell(Instant now, Instant quiet) {
        return jdbc.sql("""
                        with due as (
                            select id from alert a where told_at is null and ended_at is null
                              and not exists (select 1 from alert t where t.topic = a.topic and t.told_at > :quiet)
                        ), told as (
                            update alert set told_at = :now where id in (select id from due) returning *
                        )
                        select * from told order by topic, began_at, id""")
                .param("now", Sql.at(now))
                .param("quiet", Sql.at(quiet))
                .query(AlertRows::toAlert)
                .list();
    }

    /** The same for those that were told of and are over. */
    List<Alert> tellEnd(Instant now, Instant quiet) {
        return jdbc.sql("""
                        with due as (
                            select id from alert a where told_at is not null and ended_at is not null and end_told_at is null
                              and not exists (select 1 from alert t where t.topic = a.topic and t.end_told_at > :quiet)
                        ), told as (
                            update alert set end_told_at = :now where id in (select id from due) returning *
                        )
                        select * from told order by topic, ended_at, id""")
                .param("now", Sql.at(now))
                .param("quiet", Sql.at(quiet))
                .query(AlertRows::toAlert)
                .list();
    }

    /** How many are open, every kind present. */
    Map<AlertKind, Integer> open() {
        var open = new EnumMap<AlertKind, Integer>(AlertKind.class);
        for (var kind : AlertKind.values()) open.put(kind, 0);
        jdbc.sql("select kind, count(*) as n from alert where ended_at is null group by kind")
                .query(row -> {
                    open.put(Word.parse(AlertKind.class, row.getString("kind")), row.getInt("n"));
                });
        return open;
    }

    void forget(Instant before) {
        jdbc.sql("delete from alert where ended_at < :before")
                .param("before", Sql.at(before))
                .update();
    }

    private static Alert toAlert(ResultSet row, int number) throws SQLException {
        return new Alert(
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getString("subject"),
                row.getString("sentence"),
                row.getString("outcome"),
                row.getString("path"));
    }
}
