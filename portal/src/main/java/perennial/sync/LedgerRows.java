package perennial.sync;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger as a list: filtered, counted by state, page by page. Each method is one statement. */
@Repository
class LedgerRows {
    private final JdbcClient jdbc;

    LedgerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many are in each state. */
    Map<RecordingState, Long> counts(String zoomAccount, LedgerFilter filter) {
        var counts = new EnumMap<RecordingState, Long>(RecordingState.class);
        for (var state : RecordingState.values()) counts.put(state, 0L);
        var params = new HashMap<String, @Nullable Object>();
        jdbc.sql("select state, count(*) as n from zoom_recording where zoom_account = :account %s group by state"
                        .formatted(condition(filter.anyState(), params)))
                .param("account", zoomAccount)
                .params(params)
                .query(row -> {
                    counts.put(Word.parse(RecordingState.class, row.getString("state")), row.getLong("n"));
                });
        return counts;
    }

    /** Newest first; behind {@code last} where given (keyset, never OFFSET). */
    List<LedgerRecording> page(String zoomAccount, LedgerFilter filter, @Nullable LedgerCursor last, int limit) {
        var params = new HashMap<String, @Nullable Object>();
        var condition = condition(filter, params);
        if (last != null) {
            condition += " and (started_at, id) < (:at, :id)";
            params.put("at", Sql.at(last.start()));
            params.put("id", last.id().value());
        }
        return jdbc.sql("""
                        select * from zoom_recording where zoom_account = :account %s
                        order by started_at desc, id desc limit :limit""".formatted(condition))
                .param("account", zoomAccount)
                .param("limit", limit)
                .params(params)
                .query(RecordingRows::toRecording)
                .list();
    }

    private static String condition(LedgerFilter filter, Map<String, @Nullable Object> params) {
        var condition = new StringBuilder();
        var state = filter.state();
        if (state != null) {
            condition.append(" and state = :state");
            params.put("state", state.word());
        }
        if (!filter.words().isEmpty()) {
            condition.append("""
                     and (strpos(lower(topic), lower(:words)) > 0 or strpos(lower(coalesce(host_email, '')), lower(:words)) > 0
                        or meeting_number::text = :number)""");
            params.put("words", Sql.storable(filter.words()));
            params.put("number", Sql.storable(filter.words()).replaceAll("[ -]", ""));
        }
        var from = filter.from();
        if (from != null) {
            condition.append(" and started_at >= :from");
            params.put("from", Sql.at(from));
        }
        var until = filter.until();
        if (until != null) {
            condition.append(" and started_at < :until");
            params.put("until", Sql.at(until));
        }
        return condition.toString();
    }
}
