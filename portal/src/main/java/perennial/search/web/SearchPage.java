package perennial.search.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import perennial.library.web.FilterBar;
import perennial.search.Marked;

/**
 * The search page, as it is printed.
 *
 * @param query as it was typed
 * @param found how many there are, in words; empty where nothing was looked for
 * @param best address of the same, best first
 * @param newest address of the same, newest first
 * @param bar absent where nothing was looked for
 * @param byDate whether the newest come first
 * @param more address of the next page; empty where this is the last
 * @param empty what to say instead of results; absent where there are some
 */
public record SearchPage(
        String query,
        String found,
        String best,
        String newest,
        boolean byDate,
        @Nullable FilterBar bar,
        List<Result> results,
        String more,
        @Nullable Blank empty) {
    /**
     * One video.
     *
     * @param picture address of the poster; absent where there is none
     * @param further words for the places that are not shown; empty for none
     * @param furtherHref where they are
     */
    public record Result(
            String href,
            Marked title,
            String author,
            Instant recordedAt,
            String length,
            @Nullable String picture,
            boolean zoom,
            List<Place> places,
            String further,
            String furtherHref) {}

    /**
     * One place in a video.
     *
     * @param icon what kind of place it is
     * @param label who says or writes it
     */
    public record Place(String href, String clock, String icon, String label, Marked text) {}

    /**
     * Why there is nothing here, and what to do.
     *
     * @param tips ways to look for something else
     */
    public record Blank(String heading, String sentence, List<Tip> tips) {}

    /** A way to look: what to type, and what it does. */
    public record Tip(String type, String does) {}
}
