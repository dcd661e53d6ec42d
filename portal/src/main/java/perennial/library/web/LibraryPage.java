package perennial.library.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The library page, as it is printed.
 *
 * @param query the words looked for; empty for all
 * @param count how many there are, in words; empty where it is not known
 * @param more address of the next page; empty where this is the last
 * @param empty what to say instead of videos; absent where there are some
 */
public record LibraryPage(
        String query,
        List<Resume> resumes,
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
