package perennial.sync;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** A place in the ledger's list: behind this recording. */
record LedgerCursor(Instant start, RecordingId id) {
    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("%s %s".formatted(start, id).getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws IllegalArgumentException if it is none of ours */
    static LedgerCursor parse(String text) {
        var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", -1);
        if (parts.length != 2) throw new IllegalArgumentException("not a cursor");
        try {
            var start = Instant.parse(parts[0]);
            if (!start.equals(LedgerFilter.within(start))) throw new IllegalArgumentException("not a cursor");
            return new LedgerCursor(start, RecordingId.parse(parts[1]));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a cursor", e);
        }
    }
}
