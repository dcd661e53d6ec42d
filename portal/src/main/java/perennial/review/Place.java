package perennial.review;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A place in a list of submissions: the next page begins behind it. */
public record Place(Instant at, UUID id) {
    private static final Place EARLIEST = new Place(Instant.EPOCH, new UUID(0, 0));
    private static final Place LATEST = new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    /** Where the list of those with that outcome begins. */
    static Place first(Outcome outcome) {
        return outcome == Outcome.WAITING ? EARLIEST : LATEST;
    }

    static Place behind(Submission submission) {
        var at = Objects.requireNonNullElse(submission.decidedAt(), submission.submittedAt());
        return new Place(at, submission.id().value());
    }

    /** Reads what {@link #toString} wrote; the empty text, and what is no place, is where the list begins. */
    static Place of(String text, Outcome outcome) {
        var parts = text.split("_", -1);
        if (parts.length != 2) return first(outcome);
        try {
            return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException e) {
            return first(outcome);
        }
    }

    @Override
    public String toString() {
        return at + "_" + id;
    }
}
