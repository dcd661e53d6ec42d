package perennial.review;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import perennial.library.Library;
import perennial.library.MediaMoved;
import perennial.library.MediaStatus;
import perennial.people.PersonId;
import perennial.settings.PortalSettings;

/**
 * Keeps the submissions in step with the library, in the transaction of each change there: what comes into review is handed in,
 * what leaves it is decided or taken back, and whoever should know gets a mail.
 */
@Component
class Intake {
    private final Submissions submissions;
    private final ReviewMails mails;
    private final Library library;
    private final PortalSettings settings;
    private final Clock clock;

    Intake(Submissions submissions, ReviewMails mails, Library library, PortalSettings settings, Clock clock) {
        this.submissions = submissions;
        this.mails = mails;
        this.library = library;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void moved(MediaMoved move) {
        if (move.to() == MediaStatus.IN_REVIEW) handedIn(move);
        else if (move.from() == MediaStatus.IN_REVIEW) left(move);
    }

    /** An edit of what waits already keeps its place in the queue, but nobody has approved what it is now. */
    private void handedIn(MediaMoved move) {
        var there = submissions.waiting(move.id()).orElse(null);
        if (there != null) {
            submissions.forgetApprovals(there.id());
            return;
        }
        var id = submissions.open(
                move.id(), move.by(), settings.current().approvalsNeeded(), move.before(), clock.instant());
        mails.handedIn(id, library.find(move.id()).orElseThrow());
    }

    private void left(MediaMoved move) {
        var there = submissions.waiting(move.id()).orElse(null);
        if (there == null) return;
        var item = library.find(move.id()).orElseThrow();
        var outcome = outcome(move, item.author());
        submissions.close(there.id(), outcome, move.by(), move.note(), clock.instant());
        if (outcome != Outcome.WITHDRAWN) mails.decided(there.id(), item, outcome, move.by(), move.note());
    }

    private static Outcome outcome(MediaMoved move, PersonId author) {
        var by = move.by();
        return switch (move.to()) {
            case PUBLISHED -> Outcome.APPROVED;
            case REJECTED -> Outcome.REJECTED;
            default -> by != null && by.id().equals(author) ? Outcome.WITHDRAWN : Outcome.RETURNED;
        };
    }
}
