package perennial.sync;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.people.HostAccount;
import perennial.people.HostAccounts;
import perennial.people.HostIdentity;
import perennial.people.People;
import perennial.people.Person;
import perennial.people.PersonId;
import perennial.people.Role;

/** Decides whose an imported item becomes, by the rule that was fixed when the recording was first seen (U5 to U7). */
@Component
class Authors {
    private final People people;
    private final HostAccounts accounts;
    private final Publishers publishers;

    Authors(People people, HostAccounts accounts, Publishers publishers) {
        this.people = people;
        this.accounts = accounts;
        this.publishers = publishers;
    }

    /**
     * The author.
     *
     * @param host what was done to have the host's account; null when the item does not go to the host
     * @param warning why it is not the one the rule names; empty when it is
     */
    record Author(Person person, HostAccount.@Nullable Outcome host, String warning) {}

    /** Nobody is left whose the item could become. A person must name a fallback owner. */
    static final class Nobody extends RuntimeException {
        Nobody() {
            super(Reason.NOBODY.sentence());
        }
    }

    /**
     * Joins the caller's transaction, in which an account may be made or a Viewer raised.
     *
     * @param host null when Zoom does not say who the host is
     * @throws Nobody if no one may be the author
     */
    Author of(LedgerRecording recording, Connection connection, HostRows.@Nullable Known host) {
        if (recording.publishAs() == PublishAs.ME) return byRule(recording, connection);
        var email = host == null ? recording.hostEmail() : host.email();
        var alias = connection.settings().publishing().alias(email);
        if (alias != null) return byAlias(recording, connection, alias, String.valueOf(email));
        var identity = host == null ? null : identity(recording.zoomAccount(), host);
        if (identity == null) return fallback(recording, connection, "Zoom does not say who its host is");
        var account = accounts.of(identity);
        if (account.outcome() == HostAccount.Outcome.BLOCKED) {
            return fallback(
                    recording,
                    connection,
                    "Its host %s is blocked here".formatted(account.person().email()));
        }
        return new Author(account.person(), account.outcome(), "");
    }

    private Author byAlias(LedgerRecording recording, Connection connection, PersonId alias, String email) {
        var owner = people.byId(alias).orElse(null);
        if (owner == null) {
            return fallback(
                    recording, connection, "The alias of its host %s is of nobody here any more".formatted(email));
        }
        var account = accounts.of(owner);
        return account.outcome() == HostAccount.Outcome.BLOCKED
                ? fallback(recording, connection, "%s, the alias of its host, is blocked here".formatted(owner.email()))
                : new Author(account.person(), null, "");
    }

    private Author byRule(LedgerRecording recording, Connection connection) {
        var publisher = person(recording.publisher());
        if (publisher.filter(person -> may(person, Role.CONTRIBUTOR)).isPresent()) {
            return new Author(publisher.get(), null, "");
        }
        var who = publisher.map(Person::email).orElse("Its publisher");
        return fallback(recording, connection, "%s may not publish any more".formatted(who));
    }

    /** The fallback owner; without one the publisher, or the last Manager before who may still publish. */
    private Author fallback(LedgerRecording recording, Connection connection, String why) {
        var fallback = person(connection.settings().publishing().fallbackOwner())
                .filter(person -> may(person, Role.CONTRIBUTOR));
        var chosen = fallback.or(() -> candidates(recording, connection).stream()
                        .filter(person -> may(person, Role.MANAGER))
                        .findFirst())
                .orElseThrow(Nobody::new);
        return new Author(chosen, null, "%s, so it belongs to %s.".formatted(why, chosen.email()));
    }

    private List<Person> candidates(LedgerRecording recording, Connection connection) {
        var candidates = new ArrayList<Person>();
        person(recording.publisher()).ifPresent(candidates::add);
        for (var id : publishers.latestFirst(connection.id())) people.byId(id).ifPresent(candidates::add);
        return candidates;
    }

    private Optional<Person> person(@Nullable PersonId id) {
        return id == null ? Optional.empty() : people.byId(id);
    }

    private static boolean may(Person person, Role least) {
        return person.active() && person.role().atLeast(least);
    }

    private static @Nullable HostIdentity identity(String zoomAccount, HostRows.Known host) {
        try {
            return new HostIdentity(
                    zoomAccount, host.hostId(), host.email(), host.name(), zone(host.zone()), locale(host.language()));
        } catch (IllegalArgumentException e) {
            return null; // Zoom gives no address that a mail could go to
        }
    }

    private static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null || name.isBlank() ? null : ZoneId.of(name);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Locale locale(@Nullable String tag) {
        if (tag == null || tag.isBlank()) return null;
        var locale = Locale.forLanguageTag(tag.replace('_', '-'));
        return locale.getLanguage().isEmpty() ? null : locale;
    }
}
