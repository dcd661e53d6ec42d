package perennial.sync;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Zoom lists against what the portal holds (S12).
 *
 * @param users whose lists were read
 * @param atZoom recordings listed that the settings take
 * @param inPortal of them, those imported
 */
public record Reconciliation(Instant comparedAt, int users, int atZoom, int inPortal, List<Difference> differences) {
    public Reconciliation {
        differences = List.copyOf(differences);
    }

    /** What may differ. */
    public enum Kind {
        MISSING_HERE,
        NOT_IMPORTED,
        FILE_MISSING,
        SIZE_DIFFERS,
        /** In the ledger, and not on Zoom's lists: unknown until Zoom is asked for it. */
        NOT_LISTED,
        GONE_AT_ZOOM,
        WAITING;

        /** The word of the API. */
        @JsonValue
        public String word() {
            return Word.of(this);
        }
    }

    /**
     * One difference.
     *
     * @param recording null when the ledger has none
     * @param there what Zoom has, in words
     * @param here what is here, in words
     */
    public record Difference(
            @Nullable RecordingId recording,
            String uuid,
            String topic,
            Instant start,
            Kind kind,
            String sentence,
            String there,
            String here) {}
}
