package perennial.review;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.audit.AuditLog;
import perennial.library.Media;
import perennial.library.MediaId;
import perennial.library.Rulings;
import perennial.people.People;
import perennial.people.Person;
import perennial.people.Role;
import perennial.web.PortalException;

/** What Moderators decide about the videos that wait. */
@Service
public class Decisions {
    private static final int LONGEST_NOTE = 4_000;
    private static final int BATCH = 100;

    private final Rulings rulings;
    private final Submissions submissions;
    private final People people;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Decisions(
            Rulings rulings,
            Submissions submissions,
            People people,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.rulings = rulings;
        this.submissions = submissions;
        this.people = people;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How far an approval got: published, or so many of so many. */
    public record Approval(boolean published, int approvals, int needed) {}

    /**
     * Approves an item; with the last approval that it needs it is published. Approving twice counts once.
     *
     * @param seen when the item had last changed as {@code by} saw it; absent: not asked
     * @throws perennial.library.UnknownMedia if there is no such item, or {@code by} is no Moderator
     * @throws perennial.library.NotPossible if it does not wait in review
     * @throws PortalException 409 if it is their own and somebody else could approve it, or it changed since they saw it
     */
    @Transactional
    public Approval approve(MediaId id, Person by, @Nullable Instant seen) {
        var item = rulings.waiting(id, by);
        if (seen != null && !item.changedAt().equals(seen)) {
            throw PortalException.conflict(
                    "changed-since", "This video was changed while you looked at it", "Look at it again, then decide.");
        }
        if (isOwn(item, by) && othersMayApprove(by)) {
            throw PortalException.conflict(
                    "own-video", "Nobody approves their own video", "Another Moderator has to approve it.");
        }
        var submission = submissions.waiting(id).orElseThrow();
        submissions.approve(submission.id(), by.id(), clock.instant());
        int approvals = submissions.approvals(submission.id());
        var published = approvals >= submission.needed();
        if (published) {
            rulings.publish(id, by, "");
        } else {
            audit.record(by.email(), "review.approval", "media/" + id, approvals + " of " + submission.needed());
        }
        return new Approval(published, approvals, submission.needed());
    }

    /**
     * Sends an item back to its author.
     *
     * @throws PortalException 400 if there is no reason, or it is longer than 4,000 characters; as {@link #approve}
     */
    @Transactional
    public void reject(MediaId id, Person by, String reason) {
        if (reason.isBlank()) {
            throw PortalException.badRequest(
                    "reason-missing", "A rejection needs a reason", "Tell the author what to change.");
        }
        rulings.reject(id, by, note(reason));
    }

    /** Makes an item a draft again. */
    @Transactional
    public void returnToDraft(MediaId id, Person by, String note) {
        rulings.returnToDraft(id, by, note(note));
    }

    /**
     * Publishes everything that waits, whatever approvals it has: for when moderation is switched off (M7). Each item is a
     * transaction of its own, and what was decided meanwhile is passed over.
     *
     * @param by a Manager
     * @return how many were published
     */
    public int releaseAll(Person by) {
        if (!by.role().atLeast(Role.MANAGER)) {
            throw new PortalException(403, "managers-only", "Only a Manager releases all", "Ask one of them.");
        }
        var released = 0;
        var place = Place.first(Outcome.WAITING);
        for (var batch = submissions.queue(place, BATCH); !batch.isEmpty(); ) {
            for (var one : batch) {
                if (release(one.media(), by)) released++;
            }
            batch = submissions.queue(Place.behind(batch.getLast()), BATCH);
        }
        return released;
    }

    private boolean release(MediaId id, Person by) {
        try {
            transaction.executeWithoutResult(status -> rulings.publish(id, by, "released"));
            return true;
        } catch (perennial.library.NotPossible | perennial.library.UnknownMedia e) {
            return false;
        }
    }

    /** What a decision about many came to. */
    public record Many(int done, List<String> refused) {}

    /** Decides about each of {@code ids} by itself; what cannot be decided is told and stops none of the others. */
    public Many each(List<MediaId> ids, Decision decision) {
        var refused = new ArrayList<String>();
        var done = 0;
        for (var id : ids) {
            try {
                transaction.executeWithoutResult(status -> decision.about(id));
                done++;
            } catch (PortalException e) {
                refused.add(e.sentence());
            }
        }
        return new Many(done, refused);
    }

    /** A decision about one item. */
    @FunctionalInterface
    public interface Decision {
        void about(MediaId id);
    }

    /** Whether {@code by} must leave the decision to somebody else. */
    boolean mustLeave(Media item, Person by) {
        return isOwn(item, by) && othersMayApprove(by);
    }

    private static boolean isOwn(Media item, Person by) {
        return item.author().equals(by.id());
    }

    private boolean othersMayApprove(Person by) {
        return people.othersFrom(Role.MODERATOR, by.id());
    }

    private static String note(String text) {
        if (text.length() > LONGEST_NOTE) {
            throw PortalException.badRequest(
                    "note-too-long", "Keep the message to 4,000 characters", "Shorten it and try again.");
        }
        return text.strip().replace("\u0000", "");
    }
}
