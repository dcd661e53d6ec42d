package perennial.search;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import perennial.library.Media;
import perennial.library.MediaSearch;

/**
 * What a search found.
 *
 * @param total how many items fit, up to {@link #MOST}
 * @param more whether there are more than that
 * @param alike whether words count that are only spelt like those looked for, as nothing has these
 * @param next where the next page begins; absent at the end
 */
public record Findings(
        List<Hit> hits,
        int total,
        boolean more,
        boolean alike,
        @Nullable String next) {
    /** So many are looked at; of what is found more often, the newest. */
    public static final int MOST = 1000;

    static final Findings NONE = new Findings(List.of(), 0, false, false, null);

    /**
     * An item.
     *
     * @param passages the best places in it, in its order
     * @param further how many places there are besides
     */
    public record Hit(Media media, Marked title, List<Passage> passages, int further) {}

    /**
     * A place in an item.
     *
     * @param from who says or writes it; absent where nobody knows
     */
    public record Passage(
            MediaSearch.Place place, Duration at, @Nullable String from, Marked text) {}
}
