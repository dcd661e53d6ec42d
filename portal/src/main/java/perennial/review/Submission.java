package perennial.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import perennial.library.MediaId;
import perennial.people.PersonId;

/**
 * One time that a video was handed in for review.
 *
 * @param submittedBy absent: an import
 * @param submitterName empty with an import
 * @param needed approvals it takes, fixed when it was handed in
 * @param approvals that it has
 * @param edited whether it was approved before, and an edit sent it back
 * @param decidedAt absent while it waits
 * @param deciderName empty while it waits
 * @param note what the decision says to the author; may be empty
 */
public record Submission(
        SubmissionId id,
        MediaId media,
        Instant submittedAt,
        @Nullable PersonId submittedBy,
        String submitterName,
        int needed,
        int approvals,
        boolean edited,
        Outcome outcome,
        @Nullable Instant decidedAt,
        String deciderName,
        String note) {}
