package perennial.people;

import java.net.URI;
import org.springframework.stereotype.Component;
import perennial.mail.Mail;
import perennial.mail.Outbox;
import perennial.settings.PortalSettings;

/** The mail that brings an invitation's link. */
@Component
class InvitationMail {
    private final Outbox outbox;
    private final PortalSettings settings;

    InvitationMail(Outbox outbox, PortalSettings settings) {
        this.outbox = outbox;
        this.settings = settings;
    }

    /** Queues it in the caller's transaction. Each link has a mail of its own. */
    void queue(Person person, URI link) {
        var portal = settings.current().name();
        var key = "invitation " + person.id() + " " + Integer.toHexString(link.hashCode());
        outbox.queue(
                new Mail(key, person.email(), "Your account at " + portal, """
                Hello %s,

                you have an account at %s. Choose a password here:

                %s

                The link works once, within 14 days. If it is over, the page sends you a new one.
                """.formatted(person.name(), portal, link)));
    }
}
