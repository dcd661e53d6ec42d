package perennial.library;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;
import perennial.people.Person;
import perennial.people.Role;

/**
 * What people do to media by hand, with the rights it takes: one's own from Contributor up, everybody's from Moderator
 * up. Whoever may not is told what they would be told of an item that does not exist. Every change is in the audit log.
 */
@Service
public class MediaChanges {
    private final VisibleMedia visible;
    private final MediaTable media;
    private final Moves moves;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    MediaChanges(
            VisibleMedia visible, MediaTable media, Moves moves, AuditLog audit, ApplicationEventPublisher events) {
        this.visible = visible;
        this.media = media;
        this.moves = moves;
        this.audit = audit;
        this.events = events;
    }

    /** Whether {@code person} may change {@code item}. */
    public static boolean mayChange(Person person, Media item) {
        return person.role().atLeast(Role.MODERATOR)
                || (person.role().atLeast(Role.CONTRIBUTOR) && item.author().equals(person.id()));
    }

    /**
     * The item, if {@code by} may change it.
     *
     * @throws UnknownMedia if there is none, or not for them
     */
    public Media editable(MediaId id, Person by) {
        return ifEditable(id, by).orElseThrow(UnknownMedia::new);
    }

    /** The item, if {@code by} may change it. */
    public Optional<Media> ifEditable(MediaId id, Person by) {
        return visible.find(id, by.id()).filter(item -> mayChange(by, item));
    }

    /**
     * Makes a draft or a rejected item visible to its audience or, where moderation ruled when it came in, hands it to
     * the review. Harmless for an item that is published or in review.
     *
     * @return where it stands now
     * @throws NotPossible if it is still processing or deleted
     */
    @Transactional
    public MediaStatus publish(MediaId id, Person by) {
        editable(id, by);
        var now = media.lock(id).orElseThrow(UnknownMedia::new);
        return switch (now.status()) {
            case PUBLISHED, IN_REVIEW -> now.status();
            case DRAFT, REJECTED -> {
                var next = Moderation.published(now.moderated());
                moves.move(id, now.status(), next, by, "");
                record(by, next == MediaStatus.PUBLISHED ? "media.published" : "media.submitted", id, "");
                yield next;
            }
            case PROCESSING -> throw NotPossible.stillProcessing();
            case DELETED -> throw NotPossible.deleted();
        };
    }

    /**
     * Takes an item out of the library and of review, back to its author.
     *
     * @throws NotPossible if it is deleted
     */
    @Transactional
    public void returnToDraft(MediaId id, Person by) {
        editable(id, by);
        var status = media.lock(id).orElseThrow(UnknownMedia::new).status();
        switch (status) {
            case DRAFT, PROCESSING -> {}
            case PUBLISHED, IN_REVIEW, REJECTED -> {
                moves.move(id, status, MediaStatus.DRAFT, by, "");
                record(by, "media.returned-to-draft", id, "");
            }
            case DELETED -> throw NotPossible.deleted();
        }
    }

    /** Puts an item into the bin. Harmless for one that is there. */
    @Transactional
    public void bin(MediaId id, Person by) {
        editable(id, by);
        var from = media.lock(id).orElseThrow(UnknownMedia::new).status();
        if (from == MediaStatus.DELETED) return;
        media.bin(id, by.id());
        events.publishEvent(new MediaBinned(id, from));
        record(by, "media.deleted", id, "");
    }

    /** Takes an item out of the bin, to the status it had. Harmless for one that is not there. */
    @Transactional
    public void restore(MediaId id, Person by) {
        editable(id, by);
        var now = media.lock(id).orElseThrow(UnknownMedia::new);
        if (now.status() != MediaStatus.DELETED) return;
        media.restore(id);
        events.publishEvent(new MediaRestored(id, now.before().orElseThrow()));
        record(by, "media.restored", id, "");
    }

    private void record(Person by, String action, MediaId id, String detail) {
        audit.record(by.email(), action, "media/" + id, detail);
    }
}
