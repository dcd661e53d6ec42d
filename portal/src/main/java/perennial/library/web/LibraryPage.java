package perennial.library.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The library page, as it is printed.
 *
 * @param bar absent where there is nothing to filter
 * @param orders in which it can be sorted
 * @param list whether the videos stand one below the other
 * @param grid address of the same as a grid
 * @param rows address of the same as a list
 * @param count how many there are, in words
 * @param more address of the next page; empty where this is the last
 * @param empty what to say instead of videos; absent where there are some
 */
public record LibraryPage(
        List<Resume> resumes,
        @Nullable FilterBar bar,
        List<FilterBar.Choice> orders,
        boolean list,
        String grid,
        String rows,
        List<Shelf> shelves,
        String count,
        String more,
        @Nullable Blank empty) {
    /** A video that the viewer has begun. */
    public record Resume(VideoCard card, String left) {}

    /**
     * Why there is nothing here, and what to do.
     *
     * @param href empty where there is nothing to do
     */
    public record Blank(String heading, String sentence, String href, String action) {}
}
