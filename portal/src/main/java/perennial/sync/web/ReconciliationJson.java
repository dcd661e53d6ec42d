package perennial.sync.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import perennial.sync.Reconciliation;
import perennial.sync.RecordingId;

/** A comparison as the API shows it. */
record ReconciliationJson(Instant comparedAt, int atZoom, int inPortal, List<DifferenceJson> differences) {
    static ReconciliationJson of(Reconciliation result) {
        return new ReconciliationJson(
                result.comparedAt(),
                result.atZoom(),
                result.inPortal(),
                result.differences().stream().map(DifferenceJson::of).toList());
    }

    /** @param what the kind of difference, such as {@code missing-here} */
    record DifferenceJson(
            @Nullable String id, String uuid, String topic, Instant start, Reconciliation.Kind what, String sentence) {
        static DifferenceJson of(Reconciliation.Difference difference) {
            RecordingId id = difference.recording();
            return new DifferenceJson(
                    id == null ? null : id.toString(),
                    difference.uuid(),
                    difference.topic(),
                    difference.start(),
                    difference.kind(),
                    difference.sentence());
        }
    }
}
