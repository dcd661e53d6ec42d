package perennial.library;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import perennial.people.People;
import perennial.people.PersonId;

/** Finds whom a video can be granted to. */
@Component
public class Grantees {
    private final People people;
    private final SettingsRows rows;

    Grantees(People people, SettingsRows rows) {
        this.people = people;
        this.rows = rows;
    }

    /** The person with that e-mail address, or else the group of that name; empty if there is neither. */
    public Optional<Grant> named(String name) {
        return people.byEmail(name)
                .map(person -> new Grant(Grant.Kind.PERSON, person.id().value(), person.email()))
                .or(() -> rows.group(name).stream().findFirst());
    }

    /** The person with that id or e-mail address. */
    public Optional<Grant> person(String idOrEmail) {
        return people.byEmail(idOrEmail)
                .or(() -> uuid(idOrEmail).flatMap(id -> people.byId(new PersonId(id))))
                .map(person -> new Grant(Grant.Kind.PERSON, person.id().value(), person.email()));
    }

    /** The group with that id or name. */
    public Optional<Grant> group(String idOrName) {
        return uuid(idOrName).map(rows::group).orElseGet(() -> rows.group(idOrName)).stream()
                .findFirst();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Names, one a line, as {@link #named} finds them again. */
    public static String names(List<Grant> grants) {
        return String.join("\n", grants.stream().map(Grant::name).toList());
    }
}
