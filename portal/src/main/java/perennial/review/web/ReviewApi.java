package perennial.review.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import perennial.library.MediaId;
import perennial.library.MediaStatus;
import perennial.people.CurrentPerson;
import perennial.review.Decisions;
import perennial.review.Outcome;
import perennial.review.Queue;
import perennial.web.Listing;
import perennial.web.PortalException;

/** The queue and its decisions over the API, for Moderators and up. */
@RestController
class ReviewApi {
    private static final int PAGE = 50;

    private final Queue queue;
    private final Decisions decisions;
    private final CurrentPerson current;

    ReviewApi(Queue queue, Decisions decisions, CurrentPerson current) {
        this.queue = queue;
        this.decisions = decisions;
        this.current = current;
    }

    /** Why, in words for the author. */
    @Schema(name = "Rejection")
    record Reason(@Nullable String reason) {}

    /**
     * An approval.
     *
     * @param seen {@code changedAt} of the entry that was looked at
     */
    @Schema(name = "Approval")
    record Approving(@Nullable Instant seen) {}

    /**
     * What an approval came to.
     *
     * @param status of the item: {@code in-review} while approvals are missing
     */
    @Schema(name = "Approved")
    record Approved(String id, MediaStatus status, int approvals, int needed) {}

    /** Where the item stands after a decision. */
    @Schema(name = "Decided")
    record Decided(String id, MediaStatus status) {}

    /**
     * A submission.
     *
     * @param changedAt when the item had last changed, for an approval to send back
     * @param submittedBy name; empty with an import
     * @param changes what an edit changed after an approval
     */
    @Schema(name = "Submission")
    record Entry(
            String id,
            String title,
            Instant changedAt,
            Instant submittedAt,
            String submittedBy,
            int approvals,
            int needed,
            Outcome outcome,
            @Nullable Instant decidedAt,
            String decidedBy,
            String reason,
            List<Change> changes) {}

    /** @param released how many were published */
    @Schema(name = "Released")
    record Released(int released) {}

    @Schema(name = "SubmissionChange")
    record Change(String field, String before, String after) {}

    /**
     * What waits, or was decided.
     *
     * @param show {@code waiting} (longest first), {@code approved}, {@code rejected}, {@code returned} or {@code withdrawn} (latest first)
     */
    @GetMapping("/api/v1/review")
    Listing<Entry> list(
            @RequestParam(defaultValue = "waiting") String show, @RequestParam(defaultValue = "") String cursor) {
        var page = queue.page(outcome(show), cursor, PAGE, current.require());
        return new Listing<>(
                page.entries().stream().map(this::entry).toList(), page.next().isEmpty() ? null : page.next());
    }

    /** Approves what was looked at. Takes {@code seen}; a conflict where the item has changed since. */
    @PostMapping("/api/v1/media/{id}/approve")
    Approved approve(@PathVariable String id, @RequestBody(required = false) @Nullable Approving body) {
        var seen = body == null ? null : body.seen();
        if (seen == null) {
            throw PortalException.badRequest(
                    "seen-missing",
                    "An approval needs what you looked at",
                    "Send changedAt of the queue's entry as \"seen\".");
        }
        var done = decisions.approve(MediaId.asked(id), current.require(), seen);
        return new Approved(
                id, done.published() ? MediaStatus.PUBLISHED : MediaStatus.IN_REVIEW, done.approvals(), done.needed());
    }

    /** Rejects it. Takes {@code reason}, for the author. */
    @PostMapping("/api/v1/media/{id}/reject")
    Decided reject(@PathVariable String id, @RequestBody(required = false) @Nullable Reason body) {
        var reason = body == null || body.reason() == null ? "" : body.reason();
        decisions.reject(MediaId.asked(id), current.require(), reason);
        return new Decided(id, MediaStatus.REJECTED);
    }

    /** Publishes all that wait; Managers only. */
    @PostMapping("/api/v1/review/release")
    Released release() {
        return new Released(decisions.releaseAll(current.require()));
    }

    private Entry entry(Queue.Entry entry) {
        var submission = entry.submission();
        return new Entry(
                entry.item().id().toString(),
                entry.item().title(),
                entry.item().changedAt(),
                submission.submittedAt(),
                submission.submitterName(),
                submission.approvals(),
                submission.needed(),
                submission.outcome(),
                submission.decidedAt(),
                submission.deciderName(),
                submission.note(),
                queue.changes(entry).stream()
                        .map(one -> new Change(one.field().name().toLowerCase(Locale.ROOT), one.before(), one.after()))
                        .toList());
    }

    private static Outcome outcome(String word) {
        for (var outcome : Outcome.values()) {
            if (outcome.word().equals(word)) return outcome;
        }
        throw PortalException.badRequest(
                "unknown-list",
                "There is no list “%s”".formatted(word),
                "Use waiting, approved, rejected, returned or withdrawn.");
    }
}
