package perennial.people;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;
import perennial.web.PortalException;

/** Groups of people, made by hand or filled from a claim of the sign-in provider. Each change is in the audit log. */
@Service
public class Groups {
    private final GroupRows rows;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    Groups(GroupRows rows, People people, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Somebody in a group.
     *
     * @param byClaim whether they come and go with the claim
     * @param addedBy who added them, for people
     */
    public record Member(Person person, boolean byClaim, String addedBy) {}

    /** By name, behind the name {@code after}, at most {@code limit}. */
    public List<PersonGroup> list(String after, int limit) {
        return rows.list(after, limit);
    }

    public long count() {
        return rows.count();
    }

    public Optional<PersonGroup> find(GroupId id) {
        return rows.find(id);
    }

    /** The groups that a person is in, by name. */
    public List<PersonGroup> of(PersonId person) {
        return rows.of(person);
    }

    /** Who is in it, by name; one page. */
    public List<Member> members(GroupId id, ListPlace after, int limit) {
        return rows.members(id, after, limit);
    }

    /**
     * Makes a group.
     *
     * @param claim see {@link PersonGroup#claim}
     */
    @Transactional
    public PersonGroup make(Person actor, String name, @Nullable String claim) {
        var id = GroupId.random();
        if (!rows.add(id, name.strip(), claim, clock.instant(), actor.email())) throw taken();
        audit.record(actor.email(), "people.group-made", name.strip(), filled(claim));
        return require(id);
    }

    @Transactional
    public PersonGroup change(Person actor, GroupId id, String name, @Nullable String claim) {
        var before = require(id);
        if (!rows.change(id, name.strip(), claim)) throw taken();
        audit.record(actor.email(), "people.group-changed", before.name(), name.strip() + ", " + filled(claim));
        return require(id);
    }

    /** Whatever was shared with it is not any more; its people stay. */
    @Transactional
    public void delete(Person actor, GroupId id) {
        var group = require(id);
        rows.delete(id);
        audit.record(actor.email(), "people.group-deleted", group.name(), group.people() + " people");
    }

    /** Adds somebody by hand; harmless when they are in it. */
    @Transactional
    public void add(Person actor, GroupId id, PersonId member) {
        var group = require(id);
        var person = people.byId(member).orElseThrow(PortalException::notFound);
        if (!rows.join(id, member, clock.instant(), actor.email())) return;
        audit.record(actor.email(), "people.group-joined", group.name(), person.email());
    }

    /** Harmless when they are not in it. Whoever came by the claim comes back with their next sign-in. */
    @Transactional
    public void remove(Person actor, GroupId id, PersonId member) {
        var group = require(id);
        var person = people.byId(member).orElseThrow(PortalException::notFound);
        if (!rows.leave(id, member)) return;
        audit.record(actor.email(), "people.group-left", group.name(), person.email());
    }

    /** Follows the claim: joins what it names, leaves what only it had filled. Joins the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(PersonId person, Collection<String> values) {
        rows.leaveByClaim(person, values);
        rows.joinByClaim(person, values, clock.instant());
    }

    private PersonGroup require(GroupId id) {
        return rows.find(id).orElseThrow(PortalException::notFound);
    }

    private static String filled(@Nullable String claim) {
        return claim == null ? "by hand" : "filled from the claim “" + claim + "”";
    }

    private static PortalException taken() {
        return PortalException.conflict(
                "group-name-taken", "Another group has this name", "Choose another name, or use that group.");
    }
}
