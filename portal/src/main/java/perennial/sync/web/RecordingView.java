package perennial.sync.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One recording of the ledger with all its evidence. */
public record RecordingView(
        String connection,
        String connectionName,
        String id,
        String topic,
        String subtitle,
        Instant start,
        ChipView state,
        List<NoteView> notes,
        @Nullable String watchHref,
        boolean mayRetry,
        boolean maySkip,
        boolean mayImportAgain,
        List<Event> events,
        List<FileLine> files,
        List<Fact> facts) {
    /** One step of the timeline; {@code tone} is empty, {@code fail} or {@code todo}. */
    public record Event(String title, Instant at, String text, String tone, String icon) {}

    /** One file with what Zoom says and what is stored. {@code hash} is the SHA-256 in hex. */
    public record FileLine(
            String name,
            String said,
            String stored,
            String hash,
            String hashShort,
            ChipView state,
            String reason,
            int attempts) {}

    /** A line of the summary. */
    public record Fact(String label, String value, boolean mono) {}
}
