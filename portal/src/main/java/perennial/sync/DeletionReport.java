package perennial.sync;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about deleting one recording at Zoom.
 *
 * @param deletes whether its connection deletes at all
 * @param standing null when its connection is gone
 * @param reasons why it stays at Zoom, each in a sentence
 * @param atZoom present, absent or unknown
 * @param trashUntil when Zoom empties it from its trash, where that is known
 * @param kept why it is never to be deleted at Zoom; empty when it may be
 */
public record DeletionReport(
        boolean deletes,
        @Nullable DeletionStanding standing,
        List<String> reasons,
        @Nullable DeletionCertificate certificate,
        @Nullable DeletionIntent intent,
        String atZoom,
        @Nullable Instant atZoomSince,
        @Nullable Instant trashUntil,
        String kept,
        boolean recoverable) {
    public DeletionReport {
        reasons = List.copyOf(reasons);
    }
}
