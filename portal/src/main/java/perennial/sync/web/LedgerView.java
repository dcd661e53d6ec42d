package perennial.sync.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ledger table with its filter tabs. */
public record LedgerView(
        List<Tab> tabs,
        List<RecordingRow> rows,
        String state,
        String footer,
        @Nullable String next,
        boolean retryAll) {
    /** One filter; {@code state} is empty for all. */
    public record Tab(String state, String label, long number, boolean current) {}
}
