package perennial.library;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import perennial.people.Person;

/** Moves items between statuses and tells whoever listens, in the caller's transaction. */
@Component
class Moves {
    private final MediaTable media;
    private final ApplicationEventPublisher events;

    Moves(MediaTable media, ApplicationEventPublisher events) {
        this.media = media;
        this.events = events;
    }

    /** A new item came in. */
    void begun(MediaId id, MediaStatus status) {
        events.publishEvent(new MediaMoved(id, null, status, null, "", null));
    }

    /** Moves an item that the caller holds locked. */
    void move(MediaId id, MediaStatus from, MediaStatus to, Person by, String note) {
        media.move(id, to);
        events.publishEvent(new MediaMoved(id, from, to, by, note, null));
    }

    /**
     * Says that an item that the caller holds locked shows pictures or sound which nobody has judged: what was approved of one
     * in review, also while it rests in the bin, was something else (P7).
     */
    void renewed(MediaId id, MediaTable.Locked locked) {
        if (locked.before().orElse(locked.status()) != MediaStatus.IN_REVIEW) return;
        events.publishEvent(new MediaMoved(id, MediaStatus.IN_REVIEW, MediaStatus.IN_REVIEW, null, "", null));
    }

    /**
     * Says that {@code by} edited an item that the caller holds locked. An edit by somebody whose videos are reviewed takes
     * what was approved out of the library, until it is approved again; one of an item in review is looked at anew (P7).
     *
     * @param before what the item was
     * @throws NotPossible for an item in the bin: restored, it would show what nobody approved
     */
    void edited(MediaId id, MediaTable.Locked locked, Person by, Facts before) {
        if (locked.status() == MediaStatus.DELETED) throw NotPossible.deleted();
        var goesBack = locked.status() == MediaStatus.PUBLISHED && locked.moderated() && !Moderation.trusts(by);
        if (goesBack) media.move(id, MediaStatus.IN_REVIEW);
        if (goesBack || locked.status() == MediaStatus.IN_REVIEW) {
            events.publishEvent(new MediaMoved(id, locked.status(), MediaStatus.IN_REVIEW, by, "", before));
        }
    }
}
