package perennial.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The four metrics of a connection and what belongs to them (S3 to S6, S8).
 *
 * @param message what it is doing and how far, why it stopped, or what to do
 * @param lastSyncedAttempt when the latest sync began
 * @param lastRecordingFetchedTill start of the latest meeting that is in
 * @param completeTill before it, everything Zoom lists is in
 * @param counts of the ledger, every state present
 * @param downloads in flight, also those that a switch-off or a pause lets end
 * @param seen recordings that the latest sync has seen on Zoom's lists
 * @param heldBy who paused it; null when nobody did
 */
public record ConnectionStatus(
        boolean enabled,
        SyncProcess syncProcess,
        String message,
        @Nullable Instant lastSyncedAttempt,
        @Nullable Instant lastRecordingFetchedTill,
        @Nullable Instant completeTill,
        Authorization authorization,
        Map<RecordingState, Long> counts,
        List<String> warnings,
        List<ArrivingFile> downloads,
        int seen,
        @Nullable String heldBy) {
    public ConnectionStatus {
        counts = Map.copyOf(counts);
        warnings = List.copyOf(warnings);
        downloads = List.copyOf(downloads);
    }

    /** How many recordings are in a state. */
    public long count(RecordingState state) {
        return counts.getOrDefault(state, 0L);
    }
}
