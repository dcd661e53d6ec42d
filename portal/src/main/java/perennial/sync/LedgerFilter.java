package perennial.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which recordings of a ledger are wanted (S9).
 *
 * @param state null for all
 * @param words found anywhere in topic or host, ignoring case, or a meeting number; empty for all
 * @param from meetings that began then or later
 * @param until meetings that began before
 */
public record LedgerFilter(
        @Nullable RecordingState state,
        String words,
        @Nullable Instant from,
        @Nullable Instant until) {
    /** Everything. */
    public static final LedgerFilter ALL = new LedgerFilter(null, "", null, null);

    private static final int LONGEST = 200;

    /** Further away no meeting is, and no moment that the database can hold. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    public LedgerFilter {
        from = within(from);
        until = within(until);
        words = words.strip();
        if (words.length() > LONGEST) words = words.substring(0, LONGEST);
    }

    /** The same moment, or the nearest that can be asked for. */
    static @Nullable Instant within(@Nullable Instant moment) {
        if (moment == null) return null;
        if (moment.isBefore(EARLIEST)) return EARLIEST;
        return moment.isAfter(LATEST) ? LATEST : moment;
    }

    /** All in this state; null for all. */
    public static LedgerFilter of(@Nullable RecordingState state) {
        return new LedgerFilter(state, "", null, null);
    }

    /** The same in every state. */
    public LedgerFilter anyState() {
        return new LedgerFilter(null, words, from, until);
    }

    /** Whether it leaves anything out, its state apart. */
    public boolean narrows() {
        return !words.isEmpty() || from != null || until != null;
    }
}
