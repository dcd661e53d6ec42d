package perennial.people.web;

import jakarta.servlet.http.HttpServletResponse;
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
import perennial.people.Role;
import perennial.people.Roster;
import perennial.web.PortalException;

/** The people page: list, search, invite, change a role, block. */
@Controller
class PeopleController {
    private static final int PAGE_SIZE = 50;

    private final Roster roster;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    PeopleController(Roster roster, CurrentPerson currentPerson, Clock clock) {
        this.roster = roster;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    @GetMapping("/people")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        var lines = roster.list(q, role.toUpperCase(Locale.ROOT), after, PAGE_SIZE + 1);
        var shown = lines.subList(0, Math.min(PAGE_SIZE, lines.size()));
        var viewer = currentPerson.require();
        var now = clock.instant();
        model.addAttribute(
                "rows",
                shown.stream().map(line -> PersonRow.of(line, viewer, now)).toList());
        model.addAttribute("next", lines.size() > PAGE_SIZE ? Roster.placeOf(shown.getLast()) : null);
        model.addAttribute("q", q);
        model.addAttribute("role", role);
        model.addAttribute("count", roster.count());
        return "people/people";
    }

    @GetMapping("/people/invite")
    String inviteForm(Model model) {
        return form(model, "", "", "viewer", Map.of());
    }

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

    @PostMapping("/people/{id}/role")
    String changeRole(@PathVariable String id, @RequestParam String role, RedirectAttributes redirect) {
        roster.changeRole(currentPerson.require(), Ids.person(id), RoleLabel.parse(role));
        return back(redirect, "The role is changed. It applies at once.");
    }

    @PostMapping("/people/{id}/block")
    String block(@PathVariable String id, RedirectAttributes redirect) {
        roster.block(currentPerson.require(), Ids.person(id));
        return back(redirect, "Blocked. Their sessions and tokens have ended.");
    }

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
