package perennial.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import perennial.people.CurrentPerson;
import perennial.people.Groups;
import perennial.people.ListPlace;
import perennial.people.NeedsPassword;
import perennial.people.People;
import perennial.people.PersonSessions;
import perennial.people.Role;
import perennial.people.Roster;
import perennial.web.PortalException;

/** The people page: list, search, invite, change a role, block. */
@Controller
class PeopleController {
    private static final int PAGE_SIZE = 50;

    private final Roster roster;
    private final People people;
    private final Groups groups;
    private final PersonSessions sessions;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    PeopleController(
            Roster roster,
            People people,
            Groups groups,
            PersonSessions sessions,
            CurrentPerson currentPerson,
            Clock clock) {
        this.roster = roster;
        this.people = people;
        this.groups = groups;
        this.sessions = sessions;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    @GetMapping("/people")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        var lines = roster.list(q, role.toUpperCase(Locale.ROOT), Ids.place(after), PAGE_SIZE + 1);
        var shown = lines.subList(0, Math.min(PAGE_SIZE, lines.size()));
        var viewer = currentPerson.require();
        var now = clock.instant();
        model.addAttribute(
                "rows",
                shown.stream().map(line -> PersonRow.of(line, viewer, now)).toList());
        var next = lines.size() > PAGE_SIZE ? ListPlace.behind(shown.getLast().person()) : null;
        model.addAttribute("next", next == null ? null : next.toString());
        model.addAttribute("q", q);
        model.addAttribute("query", URLEncoder.encode(q, StandardCharsets.UTF_8));
        model.addAttribute("role", role);
        model.addAttribute("tabs", PeopleTabs.of(roster.counts(), groups.count()));
        return "people/people";
    }

    @GetMapping("/people/{id:[0-9a-f-]{36}}")
    String person(@PathVariable String id, Model model) {
        var person = people.byId(Ids.person(id)).orElseThrow(PortalException::notFound);
        var viewer = currentPerson.require();
        model.addAttribute("person", person);
        model.addAttribute("you", person.id().equals(viewer.id()));
        model.addAttribute("changeable", PersonRow.changeable(person, viewer));
        model.addAttribute("groups", groups.of(person.id()));
        model.addAttribute("sessions", sessions.count(person.id()));
        model.addAttribute("linked", roster.linked(person.id()));
        return "people/person";
    }

    @GetMapping("/people/invite")
    String inviteForm(Model model) {
        return form(model, "", "", "viewer", Map.of());
    }

    @NeedsPassword
    @PostMapping("/people/invite")
    String invite(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "viewer") String role,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var problems = new FieldProblems().email(email).name(name).found();
        if (problems.isEmpty()) {
            try {
                roster.invite(currentPerson.require(), email, name, RoleLabel.parse(role));
                redirect.addFlashAttribute("said", "An invitation is on its way to " + email.strip() + ".");
                return "redirect:/people";
            } catch (PortalException refused) {
                problems.put("email", refused.sentence() + ". " + refused.nextStep());
            }
        }
        response.setStatus(422);
        return form(model, email, name, role, problems);
    }

    @NeedsPassword
    @PostMapping("/people/{id}/role")
    String changeRole(@PathVariable String id, @RequestParam String role, RedirectAttributes redirect) {
        roster.changeRole(currentPerson.require(), Ids.person(id), RoleLabel.parse(role));
        return back(redirect, "The role is changed. It applies at once.");
    }

    @NeedsPassword
    @PostMapping("/people/{id}/block")
    String block(@PathVariable String id, RedirectAttributes redirect) {
        roster.block(currentPerson.require(), Ids.person(id));
        return back(redirect, "Blocked. Their sessions and tokens have ended.");
    }

    @NeedsPassword
    @PostMapping("/people/{id}/unblock")
    String unblock(@PathVariable String id, RedirectAttributes redirect) {
        roster.unblock(currentPerson.require(), Ids.person(id));
        return back(redirect, "Unblocked. They can sign in again.");
    }

    @PostMapping("/people/{id}/invite")
    String inviteAgain(@PathVariable String id, RedirectAttributes redirect) {
        roster.inviteAgain(currentPerson.require(), Ids.person(id));
        return back(redirect, "A new link is on its way.");
    }

    @PostMapping("/people/{id}/sign-out")
    String signOut(@PathVariable String id, RedirectAttributes redirect) {
        roster.signOut(currentPerson.require(), Ids.person(id));
        redirect.addFlashAttribute("said", "Signed out everywhere.");
        return "redirect:/people/" + Ids.person(id);
    }

    @NeedsPassword
    @PostMapping("/people/{id}/unlink")
    String unlink(@PathVariable String id, RedirectAttributes redirect) {
        roster.unlink(currentPerson.require(), Ids.person(id));
        redirect.addFlashAttribute("said", "The company account is no longer linked.");
        return "redirect:/people/" + Ids.person(id);
    }

    @NeedsPassword
    @PostMapping("/people/{id}/erase")
    String erase(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String words,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var person = people.byId(Ids.person(id)).orElseThrow(PortalException::notFound);
        if (!words.strip().equalsIgnoreCase(person.email())) {
            response.setStatus(422);
            model.addAttribute("problems", Map.of("words", "Type their address, " + person.email() + ", to go on."));
            return person(id, model);
        }
        roster.erase(currentPerson.require(), person.id());
        return back(redirect, "Erased. Their videos are still here.");
    }

    private static String back(RedirectAttributes redirect, String said) {
        redirect.addFlashAttribute("said", said);
        return "redirect:/people";
    }

    private static String form(Model model, String email, String name, String role, Map<String, String> problems) {
        model.addAttribute("email", email);
        model.addAttribute("name", name);
        model.addAttribute("role", role);
        model.addAttribute("problems", problems);
        model.addAttribute("roles", Role.values());
        return "people/invite";
    }
}
