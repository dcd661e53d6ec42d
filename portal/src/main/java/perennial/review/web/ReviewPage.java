package perennial.review.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import perennial.library.StatusBadge;

/**
 * The review page, as it is printed: the queue, or what was decided, and beside it the one that is looked at.
 *
 * @param show which list: {@code waiting}, {@code approved} or {@code rejected}
 * @param headline what there is, in a sentence
 * @param more address of the next page; empty at the end
 * @param open the one that is looked at; absent where there is none
 * @param release how many a Manager may release at once; 0 offers nothing
 * @param ask the question that is asked just now: {@code reject}, {@code reject-many} or empty
 * @param problem what was wrong with the last decision; empty if nothing
 */
public record ReviewPage(
        String show,
        String headline,
        List<Line> lines,
        String more,
        @Nullable Preview open,
        int release,
        String ask,
        String problem) {
    /**
     * One video of the list.
     *
     * @param ticked what its tick sends: id, {@code @} and when it had last changed
     * @param open whether it is the one that is looked at
     * @param since how long it waits, or when it was decided
     * @param chosen whether it is ticked
     */
    public record Line(
            String ticked,
            String title,
            String author,
            String length,
            @Nullable String picture,
            String href,
            boolean open,
            String since,
            boolean overdue,
            boolean chosen) {}

    /**
     * The one that is looked at.
     *
     * @param video address of the view to begin with; empty where there is none
     * @param seen when it had last changed, for the decision to send back
     * @param sent who handed it in and when, in words
     * @param waits whether it still waits for a decision
     * @param note why nobody, or not this viewer, can decide; or what the decision was; empty for nothing to say
     */
    public record Preview(
            String id,
            String title,
            String author,
            Instant recordedAt,
            String sent,
            String length,
            boolean zoom,
            StatusBadge status,
            @Nullable String picture,
            String video,
            List<Captions> captions,
            String description,
            String seen,
            boolean waits,
            boolean approvable,
            String approve,
            String note,
            List<Fact> facts,
            List<Change> changes) {}

    /** Captions of the preview. */
    public record Captions(String language, String label, String href) {}

    /** A line of what a reviewer wants to know. */
    public record Fact(String label, String value) {}

    /** A field that was edited after an approval. */
    public record Change(String label, String before, String after) {}
}
