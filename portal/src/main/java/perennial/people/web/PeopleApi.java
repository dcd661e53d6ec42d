package perennial.people.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
import perennial.people.ApiTokens;
import perennial.people.CurrentPerson;
import perennial.people.ListPlace;
import perennial.people.People;
import perennial.people.Person;
import perennial.people.PersonStatus;
import perennial.people.Role;
import perennial.people.Roster;
import perennial.web.Listing;
import perennial.web.PortalException;

/** People over REST. */
@RestController
@RequestMapping("/api/v1/people")
class PeopleApi {
    private static final int PAGE_SIZE = 100;

    private final Roster roster;
    private final People people;
    private final ApiTokens tokens;
    private final CurrentPerson currentPerson;

    PeopleApi(Roster roster, People people, ApiTokens tokens, CurrentPerson currentPerson) {
        this.roster = roster;
        this.people = people;
        this.tokens = tokens;
        this.currentPerson = currentPerson;
    }

    @Schema(name = "Person")
    record PersonBody(String id, String email, String name, Role role, PersonStatus status) {
        static PersonBody of(Person person) {
            return new PersonBody(
                    person.id().toString(), person.email(), person.name(), person.role(), person.status());
        }
    }

    /**
     * Somebody new.
     *
     * @param password only from Administrators; absent: they get a link by mail and choose one
     */
    @Schema(name = "NewPerson")
    record NewPerson(
            @Nullable String email,
            @Nullable String name,
            @Nullable String role,
            @Nullable String password) {}

    @Schema(name = "PersonChange")
    record Change(
            @Nullable String name,
            @Nullable String role,
            @Nullable String status) {}

    @Schema(name = "NewToken")
    record NewToken(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable Instant expires) {}

    /**
     * By name.
     *
     * @param query words of names and addresses
     * @param role only people of this role
     */
    @GetMapping
    Listing<PersonBody> list(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String cursor) {
        var lines = roster.list(query, role.toUpperCase(Locale.ROOT), Ids.place(cursor), PAGE_SIZE + 1);
        var page = lines.subList(0, Math.min(PAGE_SIZE, lines.size()));
        var next = lines.size() > PAGE_SIZE
                ? ListPlace.behind(page.getLast().person()).toString()
                : null;
        return new Listing<>(
                page.stream().map(line -> PersonBody.of(line.person())).toList(), next);
    }

    /** Invites somebody, by mail. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PersonBody invite(@RequestBody NewPerson body) {
        var email = given(body.email());
        var name = given(body.name());
        Refusals.refuse(new FieldProblems().email(email).name(name).found());
        var role = body.role() == null ? Role.VIEWER : RoleLabel.parse(body.role());
        var actor = currentPerson.require();
        if (body.password() == null) return PersonBody.of(roster.invite(actor, email, name, role));
        Refusals.refuse(
                new FieldProblems().password(body.password(), email, name).found());
        return PersonBody.of(roster.add(actor, email, name, role, body.password()));
    }

    /** One person. */
    @GetMapping("/{id}")
    PersonBody get(@PathVariable String id) {
        return PersonBody.of(people.byId(Ids.person(id)).orElseThrow(PortalException::notFound));
    }

    /** Changes what it names; {@code status} is {@code active} or {@code blocked}. */
    @PatchMapping("/{id}")
    PersonBody change(@PathVariable String id, @RequestBody Change change) {
        var person = Ids.person(id);
        var actor = currentPerson.require();
        if (change.name() != null) {
            Refusals.refuse(new FieldProblems().name(change.name()).found());
            roster.rename(actor, person, change.name().strip());
        }
        if (change.role() != null) roster.changeRole(actor, person, RoleLabel.parse(change.role()));
        if (change.status() != null) status(actor, change.status(), id);
        return get(id);
    }

    private void status(Person actor, String status, String id) {
        switch (status) {
            case "blocked" -> roster.block(actor, Ids.person(id));
            case "active" -> roster.unblock(actor, Ids.person(id));
            default ->
                throw PortalException.badRequest(
                        "unknown-status", "This status cannot be set", "Set \"active\" or \"blocked\".");
        }
    }

    /** Erases the person; their videos stay. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable String id) {
        roster.erase(currentPerson.require(), Ids.person(id));
    }

    /** Makes a token for oneself; an Administrator also makes others'. */
    @PostMapping("/{id}/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    ApiTokens.Made makeToken(@PathVariable String id, @RequestBody NewToken body) {
        var actor = currentPerson.require();
        var owner = Ids.person(id);
        if (!actor.id().equals(owner) && actor.role() != Role.ADMINISTRATOR) throw PortalException.notFound();
        var _ = people.byId(owner).filter(Person::active).orElseThrow(PortalException::notFound);
        var scopes = body.scopes() == null ? ApiTokens.SCOPES : Set.copyOf(body.scopes());
        if (scopes.isEmpty() || !ApiTokens.SCOPES.containsAll(scopes)) {
            throw PortalException.badRequest(
                    "unknown-scope", "A scope is unknown", "Scopes are read, write and admin.");
        }
        var name = given(body.name());
        Refusals.refuse(new FieldProblems().name(name).found());
        return tokens.make(actor, owner, name, scopes, body.expires());
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }
}
