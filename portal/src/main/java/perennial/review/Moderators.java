package perennial.review;

import java.util.List;
import org.springframework.stereotype.Component;
import perennial.people.People;
import perennial.people.Person;
import perennial.people.PersonId;
import perennial.people.Role;

/** Who is told that something waits. */
@Component
class Moderators {
    private final People people;

    Moderators(People people) {
        this.people = people;
    }

    /** All Moderators; where there are none, those above. Without the author, who could not decide. */
    List<Person> besides(PersonId author) {
        var all = people.activeFrom(Role.MODERATOR);
        var moderators =
                all.stream().filter(one -> one.role() == Role.MODERATOR).toList();
        return (moderators.isEmpty() ? all : moderators)
                .stream().filter(one -> !one.id().equals(author)).toList();
    }
}
