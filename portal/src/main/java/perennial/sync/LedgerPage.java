package perennial.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the ledger, newest meeting first.
 *
 * @param next for {@link Ledger#page}; null on the last page
 */
public record LedgerPage(List<Entry> entries, @Nullable String next) {
    public LedgerPage {
        entries = List.copyOf(entries);
    }

    /** A recording with its files, in order of their segments. */
    public record Entry(LedgerRecording recording, List<LedgerFile> files) {
        public Entry {
            files = List.copyOf(files);
        }
    }
}
