package perennial.people;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;
import perennial.web.PortalException;

/**
 * What Managers and Administrators do with people. The rules: Managers reach people up to Manager, the last active
 * Administrator stays one, and each change is in the audit log.
 */
@Service
public class Roster {
    private final Accounts accounts;
    private final People people;
    private final Invitations invitations;
    private final InvitationMail mail;
    private final MailedLinks links;
    private final ApiTokens tokens;
    private final PersonSessions sessions;
    private final GroupRows groups;
    private final Passwords passwords;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Roster(
            Accounts accounts,
            People people,
            Invitations invitations,
            InvitationMail mail,
            MailedLinks links,
            ApiTokens tokens,
            PersonSessions sessions,
            GroupRows groups,
            Passwords passwords,
            AuditLog audit,
            JdbcClient jdbc,
            Clock clock) {
        this.accounts = accounts;
        this.people = people;
        this.invitations = invitations;
        this.mail = mail;
        this.links = links;
        this.tokens = tokens;
        this.sessions = sessions;
        this.groups = groups;
        this.passwords = passwords;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A person as the list shows them.
     *
     * @param createdBy who or what made the account
     * @param lastSeen last sign-in; absent: never
     * @param linkEnds until when the latest invitation works; absent: there is none
     */
    public record Line(
            Person person,
            String createdBy,
            @Nullable Instant lastSeen,
            @Nullable Instant linkEnds) {}

    /**
     * People by name, one page.
     *
     * @param words looked for in name and address; empty: all
     * @param kind name of a role or of a status; empty: all
     */
    public List<Line> list(String words, String kind, ListPlace after, int limit) {
        return jdbc.sql("""
                        select %s, p.created_by, p.seen_at,
                               (select max(expires_at) from invitation i where i.person = p.id) as link_ends
                        from person p
                        where erased_at is null
                          and (:kind = '' or role = :kind or status = :kind)
                          and (:words = '' or strpos(lower(name), lower(:words)) > 0 or strpos(email_key, lower(:words)) > 0)
                          and (lower(name), id) > (lower(:after_name), :after_id)
                        order by lower(name), id limit :limit""".formatted(People.COLUMNS_OF_P))
                .param("kind", kind)
                .param("words", words.strip())
                .param("after_name", after.name())
                .param("after_id", after.id())
                .param("limit", limit)
                .query((row, number) -> new Line(
                        People.read(row, number),
                        row.getString("created_by"),
                        instant(row.getObject("seen_at", OffsetDateTime.class)),
                        instant(row.getObject("link_ends", OffsetDateTime.class))))
                .list();
    }

    /** How many people there are, by name of role, and under {@code INVITED} and {@code BLOCKED} how many of them. */
    public Map<String, Long> counts() {
        var counts = new HashMap<String, Long>();
        jdbc.sql("select role, status, count(*) as people from person where erased_at is null group by role, status")
                .query(row -> {
                    counts.merge(row.getString("role"), row.getLong("people"), Long::sum);
                    counts.merge(row.getString("status"), row.getLong("people"), Long::sum);
                });
        return counts;
    }

    /** Makes an account and mails the link to set a password. */
    @Transactional
    public Person invite(Person actor, String email, String name, Role role) {
        mayReach(actor, role);
        var person = new Person(PersonId.random(), email.strip(), name.strip(), role, PersonStatus.INVITED, null, null);
        if (!accounts.add(person, null, clock.instant(), actor.email())) {
            throw addressTaken();
        }
        audit.record(actor.email(), "people.created", person.email(), role.code() + ", invited");
        mail.queue(person, invitations.link(person.id()));
        return person;
    }

    /**
     * Makes an account that can sign in at once, for those whom no mail reaches. Administrators only.
     *
     * @param password one that {@link Passwords#objection} has nothing against
     */
    @Transactional
    public Person add(Person actor, String email, String name, Role role, String password) {
        if (actor.role() != Role.ADMINISTRATOR) {
            throw new PortalException(
                    403,
                    "administrators-only",
                    "Only an Administrator chooses somebody's password",
                    "Leave the password out: they get a link by mail and choose it themselves.");
        }
        var person = new Person(PersonId.random(), email.strip(), name.strip(), role, PersonStatus.ACTIVE, null, null);
        if (!accounts.add(person, passwords.hash(password), clock.instant(), actor.email())) throw addressTaken();
        audit.record(actor.email(), "people.created", person.email(), role.code() + ", with a password");
        return person;
    }

    private static PortalException addressTaken() {
        return PortalException.conflict(
                "address-taken", "Someone has this address already", "Look for them in the list.");
    }

    /** Mails a new link to someone who has not set a password. */
    @Transactional
    public void inviteAgain(Person actor, PersonId id) {
        var person = require(id);
        mayReach(actor, person.role());
        if (person.status() != PersonStatus.INVITED) {
            throw PortalException.conflict(
                    "not-invited", person.name() + " needs no invitation", "They can sign in already, or are blocked.");
        }
        mail.queue(person, invitations.link(id));
        audit.record(actor.email(), "people.invited-again", person.email(), "");
    }

    @Transactional
    public void changeRole(Person actor, PersonId id, Role role) {
        var person = require(id);
        if (person.role() == role) return;
        mayReach(actor, person.role());
        mayReach(actor, role);
        keepAnAdministrator(person);
        accounts.role(id, role);
        audit.record(
                actor.email(),
                "people.role-changed",
                person.email(),
                person.role().code() + " → " + role.code());
    }

    /** Follows the sign-in provider's word about a role; joins the caller's transaction. The last Administrator stays one. */
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(String actor, Person person, Role role) {
        if (person.role() == role) return;
        var administrators = accounts.lockAdministrators();
        if (administrators.equals(List.of(person.id()))) return;
        accounts.role(person.id(), role);
        audit.record(actor, "people.role-changed", person.email(), person.role().code() + " → " + role.code());
    }

    @Transactional
    public void rename(Person actor, PersonId id, String name) {
        var person = require(id);
        mayReach(actor, person.role());
        accounts.profile(id, name, person.zone(), person.locale());
        audit.record(actor.email(), "people.renamed", person.email(), person.name() + " → " + name);
    }

    /** Sessions, tokens and open invitations end at once. */
    @Transactional
    public void block(Person actor, PersonId id) {
        var person = require(id);
        if (person.status() == PersonStatus.BLOCKED) return;
        mayReach(actor, person.role());
        keepAnAdministrator(person);
        accounts.block(id);
        end(id);
        audit.record(actor.email(), "people.blocked", person.email(), "");
    }

    @Transactional
    public void unblock(Person actor, PersonId id) {
        var person = require(id);
        if (person.status() != PersonStatus.BLOCKED) return;
        mayReach(actor, person.role());
        accounts.unblock(id);
        audit.record(actor.email(), "people.unblocked", person.email(), "");
    }

    /** Takes name, address and password away for good; the person's media stay. */
    @Transactional
    public void erase(Person actor, PersonId id) {
        var person = require(id);
        mayReach(actor, person.role());
        keepAnAdministrator(person);
        accounts.erase(id, clock.instant());
        end(id);
        groups.forget(id);
        audit.record(actor.email(), "people.erased", id.toString(), "");
    }

    /** Ends all their sessions; tokens stay. */
    @Transactional
    public void signOut(Person actor, PersonId id) {
        var person = require(id);
        mayReach(actor, person.role());
        sessions.endAll(id);
        audit.record(actor.email(), "people.signed-out", person.email(), "everywhere");
    }

    /** Whether somebody has signed in to this account with the sign-in provider. */
    public boolean linked(PersonId id) {
        return jdbc.sql("select exists (select 1 from person_login where person = :person)")
                .param("person", id.value())
                .query(Boolean.class)
                .single();
    }

    /** Forgets who this is at the sign-in provider, and ends their sessions; the next to come is found by address. */
    @Transactional
    public void unlink(Person actor, PersonId id) {
        var person = require(id);
        mayReach(actor, person.role());
        jdbc.sql("delete from person_login where person = :person")
                .param("person", id.value())
                .update();
        sessions.endAll(id);
        audit.record(actor.email(), "people.unlinked", person.email(), "");
    }

    private void end(PersonId id) {
        links.forget(id);
        tokens.revokeAll(id);
        sessions.endAll(id);
    }

    private Person require(PersonId id) {
        return people.byId(id).orElseThrow(PortalException::notFound);
    }

    private static void mayReach(Person actor, Role role) {
        if (role == Role.ADMINISTRATOR && actor.role() != Role.ADMINISTRATOR) {
            throw new PortalException(
                    403, "administrators-only", "Only an Administrator changes Administrators", "Ask one of them.");
        }
    }

    private void keepAnAdministrator(Person person) {
        if (person.role() != Role.ADMINISTRATOR || !person.active()) return;
        if (accounts.lockAdministrators().equals(List.of(person.id()))) {
            throw PortalException.conflict(
                    "last-administrator",
                    person.name() + " is the last Administrator and stays one",
                    "Make someone else an Administrator first.");
        }
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
