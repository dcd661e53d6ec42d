package perennial.library;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;
import perennial.jobs.WantedJobs;
import perennial.people.People;
import perennial.people.Person;
import perennial.people.Role;
import perennial.web.PortalException;

/**
 * Late segments and views of items that were approved: they wait in review while the approved version stays up (M4). Late
 * words need no approval.
 */
@Service
public class LateParts {
    /** Of a reason. */
    private static final int LONGEST_REASON = 1_000;

    private static final Set<String> PLAYABLE = Set.of("MP4", "M4A");

    private final MediaTable media;
    private final Versions versions;
    private final LatePartRows rows;
    private final Moves moves;
    private final ApplicationEventPublisher events;
    private final WantedJobs jobs;
    private final AuditLog audit;
    private final People people;

    LateParts(
            MediaTable media,
            Versions versions,
            LatePartRows rows,
            Moves moves,
            ApplicationEventPublisher events,
            WantedJobs jobs,
            AuditLog audit,
            People people) {
        this.media = media;
        this.versions = versions;
        this.rows = rows;
        this.moves = moves;
        this.events = events;
        this.jobs = jobs;
        this.audit = audit;
        this.people = people;
    }

    /**
     * What an import takes into account when it chooses the files of an item, by SHA-256.
     *
     * @param shown files of the version that is shown
     * @param refused those that a Moderator did not want in it
     */
    public record Seen(Set<String> shown, Set<String> refused) {}

    /** What an import has to take into account at this moment. */
    public Seen seen(MediaId id) {
        return new Seen(rows.shown(id), rows.refused(id));
    }

    /**
     * Takes in what there is of an item at this moment, under the same link. Where it was approved, {@code approved} is shown at
     * once and the rest waits; else {@code all} is shown. The version before stays for a day, for whoever is watching it. What people
     * did by hand (title, description, captions, chapters, picture) and who may see the item stay as they are. Idempotent: content
     * equal to what is shown changes nothing. A purged item stays purged. Joins the caller's transaction, or opens one.
     *
     * @param approved all but the segments and views that the version shown lacks; null when nothing is left then, so that
     *     it stays as it is
     * @param seen what the files were chosen by
     * @return whether something waits now
     * @throws UnknownMedia if there is no such item
     * @throws OptimisticLockingFailureException if somebody decided about the item since: choose anew
     */
    @Transactional
    public boolean bring(MediaId id, @Nullable Content approved, Content all, Seen seen) {
        if (media.purged(id)) return false;
        var now = media.lock(id).orElseThrow(() -> new UnknownMedia(id));
        if (!seen(id).equals(seen)) throw new OptimisticLockingFailureException("decided meanwhile media=" + id);
        if (!now.approved()) {
            boolean renews = renews(id, all);
            rows.dropWaiting(id);
            show(id, now.version(), all);
            if (renews) moves.renewed(id, now);
            return false;
        }
        int shown = approved == null ? now.version() : show(id, now.version(), approved);
        if (approved != null && Fingerprint.of(approved).equals(Fingerprint.of(all))) {
            rows.dropWaiting(id);
            return false;
        }
        var waiting = rows.waiting(id);
        if (waiting.filter(Fingerprint.of(all)::equals).isPresent()) return true;
        rows.dropWaiting(id);
        int next = versions.next(id, shown, all);
        rows.waits(id, next);
        if (waiting.isEmpty()) events.publishEvent(new LatePartWaits(id, next));
        return true;
    }

    /** Whether {@code content} holds pictures or sound that the version shown does not. */
    private boolean renews(MediaId id, Content content) {
        var shown = rows.shown(id);
        return content.originals().stream()
                .anyMatch(file -> PLAYABLE.contains(file.type()) && !shown.contains(file.sha256()));
    }

    /** Shows {@code content} as the next version, unless it is what is shown; tells the number that is shown then. */
    private int show(MediaId id, int shown, Content content) {
        if (versions.fingerprint(id, shown).equals(Fingerprint.of(content))) return shown;
        int next = versions.next(id, shown, content);
        media.show(id, next, content.length().toMillis());
        versions.retire(id, next);
        jobs.ask(PosterJob.POSTER, "media", id.value());
        return next;
    }

    /**
     * What waits, the longest first, at most 100.
     *
     * @throws PortalException 404 below Moderator
     */
    @Transactional(readOnly = true)
    public List<LatePart> waiting(Person by) {
        requireModerator(by);
        return rows.list();
    }

    /** How many items have a part that waits. */
    public int count() {
        return rows.count();
    }

    /**
     * Shows the version that waits, with the words that people wrote meanwhile.
     *
     * @param version the one that {@code by} looked at
     * @throws PortalException 404 if nothing waits there, and below Moderator; 409 if another version waits by now
     * @throws NotPossible if it is their own item and somebody else may approve
     */
    @Transactional
    public void approve(MediaId id, Person by, int version) {
        requireModerator(by);
        var now = media.lock(id).orElseThrow(UnknownMedia::new);
        var part = lookedAt(id, version);
        if (part.author().equals(by.id()) && people.othersFrom(Role.MODERATOR, by.id())) throw NotPossible.ownMedia();
        versions.carry(id, now.version(), part.version());
        rows.approved(id, part.version());
        media.show(id, part.version(), part.length().toMillis());
        versions.retire(id, part.version());
        jobs.ask(PosterJob.POSTER, "media", id.value());
        audit.record(by.email(), "media.late-part-approved", "media/" + id, "");
    }

    /**
     * Keeps what waits out of the item, for good. Its files stay originals of the recording.
     *
     * @param version the one that {@code by} looked at
     * @throws PortalException 404 if nothing waits there, and below Moderator; 409 if another version waits by now
     * @throws NotPossible without a reason
     */
    @Transactional
    public void refuse(MediaId id, Person by, int version, String reason) {
        requireModerator(by);
        var said = reason.strip();
        if (said.isEmpty()) throw NotPossible.field("reason", "Say why, in a sentence for the author.");
        if (said.length() > LONGEST_REASON) throw NotPossible.field("reason", "Use at most 1,000 characters.");
        if (media.lock(id).isEmpty()) throw new UnknownMedia();
        var part = lookedAt(id, version);
        rows.refuse(id, part.version(), by.id(), Versions.storable(said));
        rows.dropWaiting(id);
        events.publishEvent(new LatePartRefused(id, version, by, said));
        audit.record(by.email(), "media.late-part-refused", "media/" + id, said);
    }

    private LatePart lookedAt(MediaId id, int version) {
        var part = rows.one(id).orElseThrow(UnknownMedia::new);
        if (part.version() != version) {
            throw PortalException.conflict(
                    "changed-since",
                    "Something else came for this video while you looked at it",
                    "Look at what waits now, then decide.");
        }
        return part;
    }

    private static void requireModerator(Person by) {
        if (!by.role().atLeast(Role.MODERATOR)) throw PortalException.notFound();
    }
}
