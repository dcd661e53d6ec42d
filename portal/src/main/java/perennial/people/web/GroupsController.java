package perennial.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import perennial.people.CurrentPerson;
import perennial.people.GroupId;
import perennial.people.Groups;
import perennial.people.ListPlace;
import perennial.people.NeedsPassword;
import perennial.people.People;
import perennial.people.PersonGroup;
import perennial.people.Roster;
import perennial.web.PortalException;

/** The groups page: all groups, and beside them the people of one. */
@Controller
@RequestMapping("/people/groups")
class GroupsController {
    private static final int PAGE_SIZE = 50;

    private final Groups groups;
    private final Roster roster;
    private final People people;
    private final CurrentPerson currentPerson;

    GroupsController(Groups groups, Roster roster, People people, CurrentPerson currentPerson) {
        this.groups = groups;
        this.roster = roster;
        this.people = people;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String after, Model model) {
        return page(model, null, after, "", Map.of(), "");
    }

    @GetMapping("/new")
    String form(Model model) {
        return form(model, null, "", "", Map.of());
    }

    @PostMapping("/new")
    String make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String claim,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var problems = GroupFields.problems(name, claim);
        if (problems.isEmpty()) {
            try {
                var made = groups.make(currentPerson.require(), name, GroupFields.claim(claim));
                return to(made.id(), "The group is made.", redirect);
            } catch (PortalException taken) {
                problems.put("name", taken.sentence() + ". " + taken.nextStep());
            }
        }
        response.setStatus(422);
        return form(model, null, name, claim, problems);
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String member,
            Model model) {
        return page(model, require(id), after, member, Map.of(), "");
    }

    @GetMapping("/{id}/change")
    String changeForm(@PathVariable String id, Model model) {
        var group = require(id);
        return form(model, group, group.name(), group.claim() == null ? "" : group.claim(), Map.of());
    }

    @PostMapping("/{id}/change")
    String change(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String claim,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var group = require(id);
        var problems = GroupFields.problems(name, claim);
        if (problems.isEmpty()) {
            try {
                groups.change(currentPerson.require(), group.id(), name, GroupFields.claim(claim));
                return to(group.id(), "The group is changed.", redirect);
            } catch (PortalException taken) {
                problems.put("name", taken.sentence() + ". " + taken.nextStep());
            }
        }
        response.setStatus(422);
        return form(model, group, name, claim, problems);
    }

    @NeedsPassword
    @PostMapping("/{id}/delete")
    String delete(@PathVariable String id, RedirectAttributes redirect) {
        groups.delete(currentPerson.require(), Ids.group(id));
        redirect.addFlashAttribute("said", "The group is deleted. Its people are still here.");
        return "redirect:/people/groups";
    }

    @PostMapping("/{id}/people")
    String add(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String email,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var group = require(id);
        var person = people.byEmail(email);
        if (person.isEmpty()) {
            response.setStatus(422);
            var said = "Nobody here has this address. Invite them first, or check the spelling.";
            return page(model, group, "", "", Map.of("email", said), email);
        }
        groups.add(currentPerson.require(), group.id(), person.get().id());
        return to(group.id(), person.get().name() + " is in the group.", redirect);
    }

    @PostMapping("/{id}/people/{person}/remove")
    String remove(@PathVariable String id, @PathVariable String person, RedirectAttributes redirect) {
        groups.remove(currentPerson.require(), Ids.group(id), Ids.person(person));
        return to(Ids.group(id), "Taken out of the group.", redirect);
    }

    private String page(
            Model model,
            @Nullable PersonGroup chosen,
            String after,
            String member,
            Map<String, String> problems,
            String email) {
        var found = groups.list(after, PAGE_SIZE + 1);
        var shown = found.subList(0, Math.min(PAGE_SIZE, found.size()));
        model.addAttribute("tabs", PeopleTabs.of(roster.counts(), groups.count()));
        model.addAttribute("groups", shown);
        model.addAttribute(
                "next",
                found.size() > PAGE_SIZE ? URLEncoder.encode(shown.getLast().name(), StandardCharsets.UTF_8) : null);
        model.addAttribute("chosen", chosen);
        model.addAttribute("problems", problems);
        model.addAttribute("email", email);
        members(model, chosen, member);
        return "people/groups";
    }

    private void members(Model model, @Nullable PersonGroup chosen, String place) {
        var found = chosen == null
                ? List.<Groups.Member>of()
                : groups.members(chosen.id(), Ids.place(place), PAGE_SIZE + 1);
        var shown = found.subList(0, Math.min(PAGE_SIZE, found.size()));
        model.addAttribute("members", shown);
        var next = found.size() > PAGE_SIZE ? ListPlace.behind(shown.getLast().person()) : null;
        model.addAttribute("nextMember", next == null ? null : next.toString());
    }

    private static String form(
            Model model, @Nullable PersonGroup group, String name, String claim, Map<String, String> problems) {
        model.addAttribute("group", group);
        model.addAttribute("name", name);
        model.addAttribute("claim", claim);
        model.addAttribute("problems", new LinkedHashMap<>(problems));
        return "people/group";
    }

    private PersonGroup require(String id) {
        return groups.find(Ids.group(id)).orElseThrow(PortalException::notFound);
    }

    private static String to(GroupId id, String said, RedirectAttributes redirect) {
        redirect.addFlashAttribute("said", said);
        return "redirect:/people/groups/" + id;
    }
}
