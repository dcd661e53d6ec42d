package perennial.people;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;

/**
 * Finds or makes the account of a recording's host (U6): first by Zoom's id of the host, then by e-mail. Nobody is ever
 * lowered, and a blocked person stays blocked.
 */
@Service
public class HostAccounts {
    private static final String ACTOR = "Zoom app";

    private final JdbcClient jdbc;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    HostAccounts(JdbcClient jdbc, People people, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** Joins the caller's transaction. Safe to repeat and to race: a host has one account. */
    @Transactional(propagation = Propagation.MANDATORY)
    public HostAccount of(HostIdentity host) {
        var known = byHostId(host).or(() -> people.byEmail(host.email()));
        boolean created = known.isEmpty() && create(host);
        var person = known.or(() -> people.byEmail(host.email())).orElseThrow();
        var owner = remember(host, person);
        if (!owner.equals(person.id())) person = people.byId(owner).orElseThrow();
        if (person.status() == PersonStatus.BLOCKED) return new HostAccount(person, HostAccount.Outcome.BLOCKED);
        if (created) return new HostAccount(person, HostAccount.Outcome.CREATED);
        return raise(person) ? new HostAccount(reread(person), HostAccount.Outcome.RAISED) : known(person);
    }

    /**
     * The account of somebody who is named as the owner: raised and blocked by the same rules. Joins the caller's
     * transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public HostAccount of(Person owner) {
        if (owner.status() == PersonStatus.BLOCKED) return new HostAccount(owner, HostAccount.Outcome.BLOCKED);
        return raise(owner) ? new HostAccount(reread(owner), HostAccount.Outcome.RAISED) : known(owner);
    }

    private Optional<Person> byHostId(HostIdentity host) {
        return jdbc.sql("""
                        select p.* from person p join person_zoom_host h on h.person = p.id
                        where h.zoom_account = :account and h.host_id = :host""")
                .param("account", host.zoomAccount())
                .param("host", host.hostId())
                .query(People::read)
                .optional();
    }

    private boolean create(HostIdentity host) {
        var id = PersonId.random();
        int rows = jdbc.sql("""
                        insert into person (id, email, email_key, name, role, status, zone, locale, created_at, created_by)
                        values (:id, :email, :key, :name, 'CONTRIBUTOR', 'INVITED', :zone, :locale, :now, :by)
                        on conflict (email_key) do nothing""")
                .param("id", id.value())
                .param("email", host.email())
                .param("key", EmailAddress.key(host.email()))
                .param("name", host.name())
                .param("zone", host.zone() == null ? null : host.zone().getId())
                .param("locale", host.locale() == null ? null : host.locale().toLanguageTag())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", ACTOR)
                .update();
        if (rows == 1) audit.record(ACTOR, "people.created", host.email(), "contributor, host of a Zoom recording");
        return rows == 1;
    }

    /** Ties the host to the account. If someone else was quicker, theirs counts. */
    private PersonId remember(HostIdentity host, Person person) {
        jdbc.sql("""
                        insert into person_zoom_host (zoom_account, host_id, person) values (:account, :host, :person)
                        on conflict do nothing""")
                .param("account", host.zoomAccount())
                .param("host", host.hostId())
                .param("person", person.id().value())
                .update();
        return byHostId(host).orElseThrow().id();
    }

    private boolean raise(Person person) {
        int rows = jdbc.sql("update person set role = 'CONTRIBUTOR' where id = :id and role = 'VIEWER'")
                .param("id", person.id().value())
                .update();
        if (rows == 1) audit.record(ACTOR, "people.role-changed", person.email(), "viewer → contributor");
        return rows == 1;
    }

    private Person reread(Person person) {
        return people.byId(person.id()).orElseThrow();
    }

    private static HostAccount known(Person person) {
        return new HostAccount(person, HostAccount.Outcome.KNOWN);
    }
}
