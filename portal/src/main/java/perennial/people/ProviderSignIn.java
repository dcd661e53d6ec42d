package perennial.people;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.audit.AuditLog;

/**
 * Whose account somebody has who comes from the sign-in provider. Known by the provider's own name for them; the first
 * time by e-mail, and only if the provider has verified it, and the account has a password that its owner enters, or none
 * and nobody's name at that provider.
 */
@Service
class ProviderSignIn {
    private static final String ACTOR = "Sign-in provider";

    private final JdbcClient jdbc;
    private final OidcProperties properties;
    private final People people;
    private final Accounts accounts;
    private final ProviderClaims claims;
    private final Groups groups;
    private final Roster roster;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ProviderSignIn(
            JdbcClient jdbc,
            OidcProperties properties,
            People people,
            Accounts accounts,
            ProviderClaims claims,
            Groups groups,
            Roster roster,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.people = people;
        this.accounts = accounts;
        this.claims = claims;
        this.groups = groups;
        this.roster = roster;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What became of it. */
    sealed interface Answer {
        record Welcome(Person person) implements Answer {}

        /** The account has a password; whoever enters it is its owner. */
        record Confirm(Person person) implements Answer {}

        /**
         * Nobody was signed in.
         *
         * @param why a word that the sign-in page knows a sentence for
         */
        record Refused(String why) implements Answer {}
    }

    /**
     * Decides, and does what it takes: an account, a link, role and groups.
     *
     * @param network see {@link Network}
     */
    Answer answer(OidcUser user, String network) {
        return Objects.requireNonNull(transaction.execute(status -> decide(user, network)));
    }

    private Answer decide(OidcUser user, String network) {
        var linked = find(user);
        if (linked.isPresent()) return welcome(linked.get(), user, network);
        var email = user.getEmail();
        if (email == null || !EmailAddress.valid(email) || !Boolean.TRUE.equals(user.getEmailVerified())) {
            return new Answer.Refused("unverified");
        }
        var known = accounts.credentials(email).orElse(null);
        if (known == null && !properties.create()) return new Answer.Refused("unknown");
        if (known != null && known.person().status() == PersonStatus.BLOCKED) return new Answer.Refused("blocked");
        if (known != null && known.hash() != null) return new Answer.Confirm(known.person());
        if (known != null && linked(known.person(), user)) return new Answer.Refused("taken");
        var person = known == null ? create(email, user).orElse(null) : known.person();
        if (person == null) return decide(user, network); // somebody made it at the same moment
        if (person.status() == PersonStatus.INVITED) accounts.activate(person.id());
        link(ProviderName.of(user), person);
        return welcome(people.byId(person.id()).orElseThrow(), user, network);
    }

    private Answer welcome(Person person, OidcUser user, String network) {
        if (!person.active()) return new Answer.Refused("blocked");
        claims.role(user).ifPresent(role -> roster.follow(ACTOR, person, role));
        claims.groups(user).ifPresent(values -> groups.follow(person.id(), values));
        accounts.seen(person.id(), clock.instant());
        audit.record(person.email(), "people.signed-in", person.email(), "with the sign-in provider, from " + network);
        return new Answer.Welcome(person);
    }

    /** Empty when there is such an account by now. */
    private Optional<Person> create(String email, OidcUser user) {
        var name = user.getFullName();
        var shown = name == null || name.isBlank() ? email.substring(0, email.indexOf('@')) : name.strip();
        var person = new Person(PersonId.random(), email, shown, Role.VIEWER, PersonStatus.ACTIVE, null, null);
        if (!accounts.add(person, null, clock.instant(), ACTOR)) return Optional.empty();
        audit.record(ACTOR, "people.created", email, "viewer, by signing in");
        return Optional.of(person);
    }

    /** Ties the provider's name for somebody to their account. */
    @Transactional
    public void link(ProviderName name, Person person) {
        jdbc.sql("""
                        insert into person_login (issuer, subject, person, linked_at)
                        values (:issuer, :subject, :person, :now) on conflict do nothing""")
                .param("issuer", name.issuer())
                .param("subject", name.subject())
                .param("person", person.id().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(person.email(), "people.linked", person.email(), "to the account at " + name.issuer());
    }

    /** Whether the account is somebody's at the same provider already: an address can be given to another person there. */
    private boolean linked(Person person, OidcUser user) {
        return jdbc.sql("select exists (select 1 from person_login where person = :person and issuer = :issuer)")
                .param("person", person.id().value())
                .param("issuer", ProviderName.of(user).issuer())
                .query(Boolean.class)
                .single();
    }

    private Optional<Person> find(OidcUser user) {
        var name = ProviderName.of(user);
        return jdbc.sql("""
                        select %s from person p join person_login l on l.person = p.id
                        where l.issuer = :issuer and l.subject = :subject""".formatted(People.COLUMNS_OF_P))
                .param("issuer", name.issuer())
                .param("subject", name.subject())
                .query(People::read)
                .optional();
    }
}
