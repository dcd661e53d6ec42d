package perennial.people;

import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Service;
import perennial.audit.AuditLog;
import perennial.people.AccountRequests.Asked;
import perennial.people.AccountRequests.Kind;

/**
 * Accounts that people make for themselves, by a link a Manager gave away. The address is proven first: the account has
 * no password, and opens nothing, before the mailed link is used.
 */
@Service
public class SignUps {
    private final AccountRequests requests;
    private final SignUpLinks links;
    private final Accounts accounts;
    private final People people;
    private final Invitations invitations;
    private final InvitationMail invitationMail;
    private final MailedLinks mailed;
    private final PasswordMails mails;
    private final AuditLog audit;
    private final Clock clock;

    SignUps(
            AccountRequests requests,
            SignUpLinks links,
            Accounts accounts,
            People people,
            Invitations invitations,
            InvitationMail invitationMail,
            MailedLinks mailed,
            PasswordMails mails,
            AuditLog audit,
            Clock clock) {
        this.requests = requests;
        this.links = links;
        this.accounts = accounts;
        this.people = people;
        this.invitations = invitations;
        this.invitationMail = invitationMail;
        this.mailed = mailed;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether an address may use the link at all; says nothing about who has an account. */
    public boolean takes(SignUpLinks.Link link, String email) {
        return link.takes(email);
    }

    /** Asks for an account. The same happens here for every address. */
    public void ask(SignUpLinks.Link link, String email, String name) {
        requests.ask(new Asked(Kind.SIGN_UP, email.strip(), name.strip(), link.id()));
    }

    /** Makes the account and mails its link; whoever has one already is told so by mail. */
    void serve(Asked asked) {
        var link = links.find(Objects.requireNonNull(asked.link())).orElse(null);
        if (link == null || !link.takes(asked.email())) return;
        var known = people.byEmail(asked.email()).orElse(null);
        if (known == null) {
            make(link, asked);
        } else if (known.status() == PersonStatus.ACTIVE) {
            mails.known(known);
        } else if (known.status() == PersonStatus.INVITED && !mailed.enough(known.id())) {
            invitationMail.queue(known, invitations.link(known.id()));
        }
    }

    private void make(SignUpLinks.Link link, Asked asked) {
        var person = new Person(
                PersonId.random(), asked.email(), asked.name(), link.role(), PersonStatus.INVITED, null, null);
        if (!accounts.add(person, null, clock.instant(), "sign-up link of " + link.createdBy())) return;
        links.count(link.id());
        audit.record(
                person.email(), "people.created", person.email(), person.role().code() + ", by a sign-up link");
        invitationMail.queue(person, invitations.link(person.id()));
    }
}
