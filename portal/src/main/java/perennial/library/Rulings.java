package perennial.library;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;
import perennial.people.Person;
import perennial.people.Role;

/**
 * What a review decides of an item, by Moderators and up. How many approvals it takes, and whose, is the business of
 * whoever calls; here status, rights and the audit log are kept. Every method joins the caller's transaction.
 */
@Service
public class Rulings {
    private final VisibleMedia visible;
    private final MediaTable media;
    private final Moves moves;
    private final AuditLog audit;

    Rulings(VisibleMedia visible, MediaTable media, Moves moves, AuditLog audit) {
        this.visible = visible;
        this.media = media;
        this.moves = moves;
        this.audit = audit;
    }

    /**
     * The item, locked until the transaction ends.
     *
     * @throws UnknownMedia if there is none, or {@code by} is no Moderator
     * @throws NotPossible if it does not wait in review
     */
    @Transactional
    public Media waiting(MediaId id, Person by) {
        if (!by.role().atLeast(Role.MODERATOR)) throw new UnknownMedia();
        var locked = media.lock(id).orElseThrow(UnknownMedia::new);
        if (locked.status() != MediaStatus.IN_REVIEW) throw NotPossible.notInReview(locked.status());
        return visible.find(id, by.id()).orElseThrow(UnknownMedia::new);
    }

    /** Shows a waiting item to those it is for. */
    @Transactional
    public void publish(MediaId id, Person by, String note) {
        rule(id, by, MediaStatus.PUBLISHED, "media.approved", note);
    }

    /** Sends a waiting item back to its author, who may change it and hand it in again. */
    @Transactional
    public void reject(MediaId id, Person by, String reason) {
        rule(id, by, MediaStatus.REJECTED, "media.rejected", reason);
    }

    /** Makes a waiting item a draft again. */
    @Transactional
    public void returnToDraft(MediaId id, Person by, String note) {
        rule(id, by, MediaStatus.DRAFT, "media.returned-to-draft", note);
    }

    private void rule(MediaId id, Person by, MediaStatus to, String action, String note) {
        waiting(id, by);
        moves.move(id, MediaStatus.IN_REVIEW, to, by, note);
        audit.record(by.email(), action, "media/" + id, note);
    }
}
