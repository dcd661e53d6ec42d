package perennial.sync.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ledger table with its filter tabs.
 *
 * @param empty what to say when there is no row
 * @param newest the first page; null on it
 * @param next null on the last page
 */
public record LedgerView(
        List<Tab> tabs,
        List<RecordingRow> rows,
        String empty,
        String footer,
        @Nullable String newest,
        @Nullable String next) {
    /** One state, or all, with how many there are. */
    public record Tab(String href, String label, long number, boolean current) {}
}
