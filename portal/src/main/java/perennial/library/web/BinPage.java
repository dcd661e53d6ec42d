package perennial.library.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bin, as it is printed.
 *
 * @param more address of the next page; empty at the end
 * @param purges whether the viewer may purge
 * @param chosen ids of the ticked ones
 * @param ask what is asked before the ticked ones are purged; absent: nothing
 * @param problem what was wrong with the last wish; empty if nothing
 */
public record BinPage(
        List<Line> lines,
        String more,
        boolean purges,
        Set<String> chosen,
        @Nullable Ask ask,
        String problem) {
    /**
     * One video.
     *
     * @param why who deleted it, and what that means at Zoom
     * @param tone of the mark that says whether Zoom has it
     * @param purgedAt absent: not by itself
     */
    public record Line(
            String id,
            String title,
            @Nullable String picture,
            String why,
            String tone,
            String icon,
            String where,
            Instant deletedAt,
            @Nullable Instant purgedAt,
            String size) {}

    /**
     * The question before a purge.
     *
     * @param words to be typed, such as {@code purge 2 videos}
     * @param ids of all that it is about, on this page of the bin or another
     */
    public record Ask(String heading, String sentence, String words, List<String> ids) {}
}
