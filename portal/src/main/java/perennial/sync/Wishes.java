package perennial.sync;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.people.People;
import perennial.people.Person;
import perennial.people.PersonId;

/** Reads what somebody wants a connection to be, beside what it is. */
@Component
class Wishes {
    private static final int BACK_DAYS = 30;

    private final People people;
    private final Clock clock;

    Wishes(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** What a new connection starts from. */
    Settings defaults() {
        return Settings.defaults(
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(BACK_DAYS));
    }

    /**
     * @param before null for a new connection
     * @param fields by their names in the automation contract, as text or as JSON values
     * @throws InvalidSettings naming every field that is wrong
     */
    SettingsReader.Wish read(@Nullable Connection before, Map<String, ?> fields) {
        var reader =
                new SettingsReader(fields, this::person, defaults().choice().fetchFrom());
        return before == null
                ? reader.read(defaults(), false, Set.of())
                : reader.read(before.settings(), before.enabled(), before.secretsSaved());
    }

    private Optional<PersonId> person(String idOrEmail) {
        try {
            return people.byId(PersonId.parse(idOrEmail)).map(Person::id);
        } catch (IllegalArgumentException e) {
            return people.byEmail(idOrEmail).map(Person::id);
        }
    }
}
