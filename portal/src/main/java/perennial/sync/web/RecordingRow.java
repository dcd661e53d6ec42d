package perennial.sync.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of the ledger table. */
public record RecordingRow(
        String id,
        String topic,
        String why,
        boolean failed,
        ChipView state,
        String host,
        Instant start,
        List<ChipView> files,
        String size,
        @Nullable String watchHref,
        boolean mayRetry,
        boolean maySkip) {}
