package perennial.people.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import perennial.people.CurrentPerson;
import perennial.people.Groups;
import perennial.people.ListPlace;
import perennial.people.People;
import perennial.people.PersonGroup;
import perennial.people.PersonId;
import perennial.web.Listing;
import perennial.web.PortalException;

/** Groups over REST. */
@RestController
@RequestMapping("/api/v1/groups")
class GroupsApi {
    private static final int PAGE_SIZE = 100;

    private final Groups groups;
    private final People people;
    private final CurrentPerson currentPerson;

    GroupsApi(Groups groups, People people, CurrentPerson currentPerson) {
        this.groups = groups;
        this.people = people;
        this.currentPerson = currentPerson;
    }

    @Schema(name = "Group")
    record GroupBody(String id, String name, @Nullable String claim, long people) {
        static GroupBody of(PersonGroup group) {
            return new GroupBody(group.id().toString(), group.name(), group.claim(), group.people());
        }
    }

    /**
     * What to make or change; what is not there stays. An empty claim means "by hand".
     *
     * @param people ids or e-mail addresses of those to begin with; only when it is made
     */
    @Schema(name = "GroupWanted")
    record Wanted(
            @Nullable String name,
            @Nullable String claim,
            @Nullable List<String> people) {}

    @Schema(name = "Joining")
    record Joining(@Nullable String person) {}

    @Schema(name = "Member")
    record MemberBody(String id, String email, String name, boolean byClaim) {
        static MemberBody of(Groups.Member member) {
            var person = member.person();
            return new MemberBody(person.id().toString(), person.email(), person.name(), member.byClaim());
        }
    }

    /** By name. */
    @GetMapping
    Listing<GroupBody> list(@RequestParam(defaultValue = "") String cursor) {
        var found = groups.list(cursor, PAGE_SIZE + 1);
        var page = found.subList(0, Math.min(PAGE_SIZE, found.size()));
        var next = found.size() > PAGE_SIZE ? page.getLast().name() : null;
        return new Listing<>(page.stream().map(GroupBody::of).toList(), next);
    }

    /** Makes one. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    GroupBody make(@RequestBody Wanted body) {
        var name = body.name() == null ? "" : body.name();
        var claim = body.claim() == null ? "" : body.claim();
        Refusals.refuse(GroupFields.problems(name, claim));
        var members = body.people() == null
                ? List.<PersonId>of()
                : body.people().stream().map(this::person).toList();
        var actor = currentPerson.require();
        var made = groups.make(actor, name, GroupFields.claim(claim));
        for (var member : members) groups.add(actor, made.id(), member);
        return get(made.id().toString());
    }

    /** One group. */
    @GetMapping("/{id}")
    GroupBody get(@PathVariable String id) {
        return GroupBody.of(require(id));
    }

    /** Changes what it names. */
    @PatchMapping("/{id}")
    GroupBody change(@PathVariable String id, @RequestBody Wanted body) {
        var before = require(id);
        var name = body.name() == null ? before.name() : body.name();
        var claim = body.claim() == null ? before.claim() : GroupFields.claim(body.claim());
        Refusals.refuse(GroupFields.problems(name, claim == null ? "" : claim));
        return GroupBody.of(groups.change(currentPerson.require(), before.id(), name, claim));
    }

    /** Deletes the group; its people stay. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        groups.delete(currentPerson.require(), Ids.group(id));
    }

    /** Who belongs to it, by name. */
    @GetMapping("/{id}/people")
    Listing<MemberBody> members(@PathVariable String id, @RequestParam(defaultValue = "") String cursor) {
        var found = groups.members(require(id).id(), Ids.place(cursor), PAGE_SIZE + 1);
        var page = found.subList(0, Math.min(PAGE_SIZE, found.size()));
        var next = found.size() > PAGE_SIZE
                ? ListPlace.behind(page.getLast().person()).toString()
                : null;
        return new Listing<>(page.stream().map(MemberBody::of).toList(), next);
    }

    /** Adds somebody, by id or e-mail address. */
    @PostMapping("/{id}/people")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@PathVariable String id, @RequestBody Joining body) {
        groups.add(currentPerson.require(), require(id).id(), person(body.person() == null ? "" : body.person()));
    }

    /** Takes somebody out. */
    @DeleteMapping("/{id}/people/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, @PathVariable String person) {
        groups.remove(currentPerson.require(), require(id).id(), Ids.person(person));
    }

    private PersonId person(String idOrEmail) {
        var found = idOrEmail.contains("@") ? people.byEmail(idOrEmail) : people.byId(Ids.person(idOrEmail));
        return found.orElseThrow(() -> PortalException.badRequest(
                        "unknown-person",
                        "Nobody here is “" + idOrEmail + "”",
                        "Name a person by id or e-mail address; invite them first."))
                .id();
    }

    private PersonGroup require(String id) {
        return groups.find(Ids.group(id)).orElseThrow(PortalException::notFound);
    }
}
