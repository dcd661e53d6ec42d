package perennial.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Remembers which days of Zoom's lists need no second reading. A day is known once it was read a week later: by then its
 * recordings are made, transcripts and next day's segments included. All days are read again when the settings change,
 * and once a day for whatever changes later still; webhooks tell of that sooner.
 */
@Repository
class ListedDays {
    static final Duration SETTLED_AFTER = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final SyncProperties properties;
    private final Clock clock;

    ListedDays(JdbcClient jdbc, SyncProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    private record Known(String rules, LocalDate first, LocalDate last, Instant allReadAt) {}

    /** The first day that a scan must read of one host's list, or of the account's where the key is empty. */
    LocalDate firstToRead(Connection connection, String hostKey) {
        var from = connection.settings().choice().fetchFrom();
        return known(connection, hostKey)
                .filter(known -> known.rules().equals(rules(connection, hostKey)))
                .filter(known -> !known.first().isAfter(from) && known.last().isAfter(from))
                .filter(known -> clock.instant().isBefore(known.allReadAt().plus(properties.listAllEvery())))
                .map(Known::last)
                .orElse(from);
    }

    /** A list was read without a gap from {@code first} to this day. */
    void read(Connection connection, String hostKey, LocalDate first) {
        var from = connection.settings().choice().fetchFrom();
        boolean all = !first.isAfter(from);
        jdbc.sql("""
                        insert into zoom_listed as l (zoom_account, host_key, rules, first_day, last_day, all_read_at)
                        values (:account, :host, :rules, :first, :last, :now)
                        on conflict (zoom_account, host_key) do update
                        set last_day = excluded.last_day, rules = excluded.rules,
                            first_day = case when :all then excluded.first_day else l.first_day end,
                            all_read_at = case when :all then excluded.all_read_at else l.all_read_at end""")
                .param("account", connection.zoomAccount())
                .param("host", hostKey)
                .param("rules", rules(connection, hostKey))
                .param("first", first)
                .param("last", LocalDate.ofInstant(clock.instant().minus(SETTLED_AFTER), ZoneOffset.UTC))
                .param("now", Sql.at(clock.instant()))
                .param("all", all)
                .update();
    }

    /** The next scan reads all days. */
    void forget(Connection connection) {
        jdbc.sql("delete from zoom_listed where zoom_account = :account")
                .param("account", connection.zoomAccount())
                .update();
    }

    private Optional<Known> known(Connection connection, String hostKey) {
        return jdbc.sql("select * from zoom_listed where zoom_account = :account and host_key = :host")
                .param("account", connection.zoomAccount())
                .param("host", hostKey)
                .query(ListedDays::toKnown)
                .optional();
    }

    /** What decides which recordings of a list are taken; the whole account's also depends on whose are wanted. */
    private static String rules(Connection connection, String hostKey) {
        var settings = connection.settings();
        return hostKey.isEmpty() ? settings.choice() + " " + settings.whose() : String.valueOf(settings.choice());
    }

    private static Known toKnown(ResultSet row, int number) throws SQLException {
        return new Known(
                row.getString("rules"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                Sql.instant(row, "all_read_at"));
    }
}
