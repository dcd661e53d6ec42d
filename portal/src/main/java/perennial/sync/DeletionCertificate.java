package perennial.sync;

import java.time.Instant;
import java.util.UUID;

/** The proof under which a recording was deleted at Zoom; written once, never changed (D2). */
public record DeletionCertificate(
        UUID id,
        RecordingId recording,
        Instant issuedAt,
        int files,
        int stored,
        int leftOut,
        long bytes,
        Instant storedAt,
        Instant verifiedAt,
        Instant graceUntil,
        Instant lookedAt,
        int filesAtZoom) {}
