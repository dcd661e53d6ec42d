package perennial.hooks.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import perennial.web.PortalException;

/** Reads where a list goes on, and which line of a log is meant. */
final class Places {
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private Places() {}

    /** The cursor of a log: the moment of the last line; empty: from the newest. */
    static Instant read(String cursor) {
        if (cursor.isEmpty()) return END;
        try {
            var at = Instant.parse(cursor);
            if (at.isAfter(Instant.EPOCH) && at.isBefore(END)) return at;
        } catch (DateTimeParseException e) {
            // told below
        }
        throw PortalException.badRequest(
                "unknown-cursor", "This is not a cursor of this list", "Send back what \"next\" held, unchanged.");
    }

    static UUID delivery(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw PortalException.notFound();
        }
    }
}
