package perennial.sync.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import perennial.sync.ConnectionId;
import perennial.sync.LedgerFilter;
import perennial.sync.RecordingState;
import perennial.web.Dates;

/**
 * What part of a ledger a page shows, as its address says.
 *
 * @param words as typed
 * @param from first day, in the viewer's zone, as typed
 * @param until last day, as typed
 * @param problem what is wrong with a day; empty when nothing is
 */
public record LedgerQuery(
        LedgerFilter filter,
        String words,
        String from,
        String until,
        @Nullable String cursor,
        String problem) {

    static LedgerQuery of(MultiValueMap<String, String> sent) {
        var state = Ids.state(sent.getFirst("state"));
        var words = text(sent, "q");
        var from = text(sent, "from");
        var until = text(sent, "until");
        var zone = Dates.zone();
        Instant first = null;
        Instant last = null;
        var problem = "";
        try {
            first = start(from, 0, zone);
            last = start(until, 1, zone);
            if (first != null && last != null && !first.isBefore(last))
                problem = "The first day is after the last one.";
        } catch (DateTimeException e) {
            problem = "Write a day as 2026-11-30.";
        }
        var filter = new LedgerFilter(state, words, first, last);
        var cursor = text(sent, "cursor");
        return new LedgerQuery(filter, words, from, until, cursor.isEmpty() ? null : cursor, problem);
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static @Nullable Instant start(String day, int later, ZoneId zone) {
        return day.isEmpty()
                ? null
                : LocalDate.parse(day).plusDays(later).atStartOfDay(zone).toInstant();
    }

    /** The word of the state; empty for all. */
    public String state() {
        var state = filter.state();
        return state == null ? "" : state.word();
    }

    public boolean narrows() {
        return filter.narrows();
    }

    /** The same part in another state; null for all. */
    String inState(ConnectionId connection, @Nullable RecordingState state) {
        return address(connection, state == null ? "" : state.word(), "");
    }

    /** What comes after. */
    String after(ConnectionId connection, String next) {
        return address(connection, state(), next);
    }

    private String address(ConnectionId connection, String state, String next) {
        var query = query(state, next);
        return "/zoom/%s%s%s#ledger".formatted(connection, query.isEmpty() ? "" : "?", query);
    }

    /** This very page, after the question mark of an address. */
    String text() {
        return query(state(), cursor == null ? "" : cursor);
    }

    private String query(String state, String cursor) {
        var query = new StringBuilder();
        add(query, "state", state);
        add(query, "q", words);
        add(query, "from", from);
        add(query, "until", until);
        add(query, "cursor", cursor);
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        if (value.isEmpty()) return;
        if (!query.isEmpty()) query.append('&');
        query.append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
