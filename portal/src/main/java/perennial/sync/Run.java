package perennial.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sync of a connection: a scan, and the imports it found.
 *
 * @param asked how often syncs had been asked for when it began; if the connection's count is higher, a newer one waits
 * @param scannedAt when the scan was done
 * @param message what it is doing, or how it ended, in a sentence
 * @param wholeAccount whether the account's recordings may be listed at once
 * @param atHost all hosts before this one are listed; null before the first
 * @param atWindow all months of {@code atHost} before this one are listed
 * @param seen recordings listed so far
 * @param failures of the scan in a row
 */
record Run(
        RunId id,
        ConnectionId connection,
        long asked,
        Instant beganAt,
        @Nullable Instant endedAt,
        @Nullable Instant scannedAt,
        RunState state,
        String message,
        List<String> warnings,
        boolean wholeAccount,
        @Nullable String atHost,
        @Nullable LocalDate atWindow,
        int hosts,
        int hostsDone,
        int seen,
        int failures) {
    Run {
        warnings = List.copyOf(warnings);
    }

    boolean open() {
        return endedAt == null;
    }
}
