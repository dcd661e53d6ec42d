package perennial.people.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import perennial.people.Person;
import perennial.people.PersonStatus;
import perennial.people.Role;
import perennial.people.Roster;
import perennial.web.Dates;

/**
 * A line of the people page.
 *
 * @param changeable whether this viewer may change them
 * @param why a word on how they stand; empty: nothing to say
 */
public record PersonRow(
        Person person,
        boolean you,
        boolean changeable,
        String why,
        @Nullable Instant lastSeen,
        boolean linkOver) {
    static PersonRow of(Roster.Line line, Person viewer, Instant now) {
        var person = line.person();
        boolean you = person.id().equals(viewer.id());
        boolean invited = person.status() == PersonStatus.INVITED;
        var ends = line.linkEnds();
        boolean over = invited && ends != null && !now.isBefore(ends);
        return new PersonRow(
                person, you, changeable(person, viewer), invited ? why(line, over) : "", line.lastSeen(), over);
    }

    /** Whether {@code viewer} may change {@code person}: nobody themselves here, Managers no Administrator. */
    static boolean changeable(Person person, Person viewer) {
        boolean reachable = person.role() != Role.ADMINISTRATOR || viewer.role() == Role.ADMINISTRATOR;
        return reachable && !person.id().equals(viewer.id());
    }

    private static String why(Roster.Line line, boolean over) {
        var by = "By " + line.createdBy();
        var ends = line.linkEnds();
        if (ends == null) return by;
        return by + (over ? ". The link ended " : ". Link ends ") + Dates.day(ends);
    }
}
