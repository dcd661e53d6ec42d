package perennial.library.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import perennial.library.StatusBadge;

/**
 * What only authors and Moderators see.
 *
 * @param more address of the next page; empty at the end
 */
public record DraftsPage(List<Draft> drafts, String more) {
    /**
     * One item.
     *
     * @param publishable whether "Publish" is offered
     * @param why the review sent it back; empty if it did not
     */
    public record Draft(
            String id,
            String title,
            @Nullable String picture,
            boolean zoom,
            String length,
            Instant changedAt,
            StatusBadge status,
            boolean publishable,
            String why) {}
}
