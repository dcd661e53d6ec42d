package perennial.library;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import perennial.people.PersonId;

/** Finds items by the words in them. Implemented, as a bean, by the module that indexes them. */
public interface MediaSearch {
    /**
     * Items that fit {@code query} and that {@code viewer} may see, best first.
     *
     * @param viewer null for somebody who is not signed in
     * @param status only this one or, with null, all but deleted
     * @param filter among which items to look
     * @param cursor what an earlier page gave as {@link Found#next}; empty for the first page
     * @throws IllegalArgumentException if the cursor is not of our making
     */
    Found find(
            String query,
            @Nullable PersonId viewer,
            @Nullable MediaStatus status,
            MediaFilter filter,
            String cursor,
            int limit);

    /**
     * One page of what was found.
     *
     * @param next absent at the end
     */
    record Found(List<Hit> hits, @Nullable String next) {}

    /** An item with the places that fit best. */
    record Hit(Media media, List<Passage> passages) {}

    /**
     * A place in an item.
     *
     * @param from who says or writes it; absent where nobody knows
     */
    record Passage(Place place, Duration at, @Nullable String from, String text) {}

    /** Where words were found. */
    enum Place {
        DESCRIPTION,
        TRANSCRIPT,
        CHAT
    }
}
