package perennial.sync;

import java.util.List;
import org.springframework.stereotype.Component;
import perennial.library.MediaId;
import perennial.mail.Mail;
import perennial.mail.Outbox;
import perennial.people.HostAccount;
import perennial.people.Invitations;
import perennial.people.Person;
import perennial.people.PersonStatus;
import perennial.settings.PortalSettings;
import perennial.web.PublicAddress;

/**
 * Tells hosts whose account an import has made that a recording of theirs is here: the first time with the way in, later
 * with a plain notice (U6). One mail a recording, whatever is repeated.
 */
@Component
class ArrivalMails {
    private final Outbox outbox;
    private final Invitations invitations;
    private final PublicAddress address;
    private final PortalSettings settings;

    ArrivalMails(Outbox outbox, Invitations invitations, PublicAddress address, PortalSettings settings) {
        this.outbox = outbox;
        this.invitations = invitations;
        this.address = address;
        this.settings = settings;
    }

    /**
     * Joins the caller's transaction.
     *
     * @param accountMadeHere whether an earlier import made the account
     */
    void queue(
            LedgerRecording recording,
            String title,
            Person person,
            HostAccount.Outcome outcome,
            boolean accountMadeHere,
            List<MediaId> media) {
        if (outcome == HostAccount.Outcome.CREATED) {
            outbox.queue(mail(recording, person, first(title, person, media)));
        } else if (accountMadeHere) {
            outbox.queue(mail(recording, person, later(title, person, media)));
        }
    }

    private Mail mail(LedgerRecording recording, Person person, String text) {
        var subject = "Your recording is in " + settings.name();
        return new Mail("zoom-arrival:" + recording.id(), person.email(), subject, text);
    }

    private String first(String title, Person person, List<MediaId> media) {
        return """
                Hello %s,

                your Zoom recording "%s" is in %s:
                %s

                An account has been made for you. This link lets you in, once and within 14 days:
                %s

                If it is too late for that, open the link all the same: its page sends you a new one.
                """.formatted(person.name(), title, settings.name(), links(media), invitations.link(person.id()));
    }

    private String later(String title, Person person, List<MediaId> media) {
        var hint = person.status() == PersonStatus.INVITED
                ? "\nYou have not signed in yet. The link in our first mail lets you in; if it is too late for that, its page"
                        + " sends you a new one.\n"
                : "";
        return """
                Hello %s,

                your Zoom recording "%s" is in %s:
                %s
                %s""".formatted(person.name(), title, settings.name(), links(media), hint);
    }

    private String links(List<MediaId> media) {
        return String.join(
                "\n",
                media.stream().map(id -> address.of("/watch/" + id).toString()).toList());
    }
}
