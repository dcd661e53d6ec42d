package perennial.library;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;
import perennial.people.Person;
import perennial.web.PortalException;

/** Gives somebody's videos to another author, who then has an author's rights over them. Links stay the same. */
@Service
public class HandOver {
    private final MediaTable media;
    private final AuditLog audit;

    HandOver(MediaTable media, AuditLog audit) {
        this.media = media;
        this.audit = audit;
    }

    /** How many items somebody is the author of, those in the bin included. */
    public long count(Person author) {
        return media.countBy(author.id());
    }

    /**
     * Hands over everything that is {@code from}'s, in whatever status, in the caller's transaction or one of its own.
     *
     * @param by a Manager or Administrator; the caller has checked that
     * @return how many items changed hands
     * @throws PortalException if {@code to} may not be an author, or is {@code from}
     */
    @Transactional
    public int all(Person from, Person to, Person by) {
        if (from.id().equals(to.id())) {
            throw PortalException.conflict("same-person", "They own these videos already", "Choose somebody else.");
        }
        if (!to.mayBeAuthor()) {
            throw PortalException.conflict(
                    "not-an-author",
                    to.name() + " cannot own videos",
                    "Authors are active people who are Contributor or above. Change their role first.");
        }
        int changed = media.handOver(from.id(), to.id());
        if (changed > 0) audit.record(by.email(), "media.handed-over", from.email(), changed + " → " + to.email());
        return changed;
    }
}
