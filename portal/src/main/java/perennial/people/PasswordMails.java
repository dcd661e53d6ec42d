package perennial.people;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.stereotype.Component;
import perennial.mail.Mail;
import perennial.mail.Outbox;
import perennial.settings.PortalSettings;
import perennial.web.PublicAddress;

/** Mails about passwords: the link to a new one, and the word that it changed. */
@Component
class PasswordMails {
    private final Outbox outbox;
    private final PortalSettings settings;
    private final PublicAddress address;
    private final Clock clock;

    PasswordMails(Outbox outbox, PortalSettings settings, PublicAddress address, Clock clock) {
        this.outbox = outbox;
        this.settings = settings;
        this.address = address;
        this.clock = clock;
    }

    /** Queues it in the caller's transaction. Each link has a mail of its own. */
    void reset(Person person, URI link) {
        var portal = settings.current().name();
        send(person, "reset", "A new password for " + portal, """
                Hello %s,

                somebody, probably you, asked for a new password at %s. Choose it here:

                %s

                The link works once, within 30 minutes. If it was not you, there is nothing to do: your password
                stays as it is.
                """.formatted(person.name(), portal, link));
    }

    /** Tells a person that their password is another one, so that they notice when it was not them. */
    void changed(Person person) {
        var portal = settings.current().name();
        send(person, "password changed", "Your password at " + portal + " was changed", """
                Hello %s,

                your password at %s was changed just now, and all other devices were signed out.

                If it was not you, ask for a new password at once: %s
                """.formatted(
                        person.name(), portal, address.of("/forgot")));
    }

    /** Tells somebody who asked for an account that they have one; once a day, however often they are asked for. */
    void known(Person person) {
        var portal = settings.current().name();
        var key = "known %s %s".formatted(person.id(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        var subject = "You have an account at " + portal;
        outbox.queue(
                new Mail(key, person.email(), subject, """
                Hello %s,

                somebody, probably you, asked for an account at %s with this address. You have one already:

                %s

                If you forgot your password, ask for a new one there.
                """.formatted(person.name(), portal, address.of("/sign-in"))));
    }

    private void send(Person person, String what, String subject, String text) {
        outbox.queue(new Mail(what + " " + person.id() + " " + UUID.randomUUID(), person.email(), subject, text));
    }
}
