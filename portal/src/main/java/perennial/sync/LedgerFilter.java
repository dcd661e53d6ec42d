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

    public LedgerFilter {
        words = words.strip();
        if (words.length() > LONGEST) words = words.substring(0, LONGEST);
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
