package perennial.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
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
import perennial.people.NeedsPassword;
import perennial.people.Role;
import perennial.people.SignUpLinks;
import perennial.web.PortalException;

/** The Managers' page of sign-up links. */
@Controller
@RequestMapping("/people/sign-up-links")
class SignUpLinksController {
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");
    private static final int MOST_DOMAINS = 20;
    private static final int LONGEST_DAYS = 365;

    private final SignUpLinks links;
    private final CurrentPerson currentPerson;

    SignUpLinksController(SignUpLinks links, CurrentPerson currentPerson) {
        this.links = links;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    String page(Model model) {
        return page(model, null, "viewer", "", "14", Map.of());
    }

    /** Shows the new link in the answer itself: it is known this once, and to nobody else. */
    @NeedsPassword
    @PostMapping
    String make(
            @RequestParam(defaultValue = "viewer") String role,
            @RequestParam(defaultValue = "") String domains,
            @RequestParam(defaultValue = "") String days,
            HttpServletResponse response,
            Model model) {
        var names = Arrays.stream(domains.split("[\\s,;]+", -1))
                .filter(name -> !name.isEmpty())
                .map(name -> name.startsWith("@") ? name.substring(1) : name)
                .toList();
        var problems = problems(RoleLabel.parse(role), names, days);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page(model, null, role, domains, days, problems);
        }
        var life = Duration.ofDays(Integer.parseInt(days.strip()));
        var made = links.make(currentPerson.require(), RoleLabel.parse(role), names, life);
        return page(model, made.toString(), "viewer", "", "14", Map.of());
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable String id, RedirectAttributes redirect) {
        try {
            links.end(currentPerson.require(), UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw PortalException.notFound();
        }
        redirect.addFlashAttribute("said", "The link is ended. Accounts it has made are still here.");
        return "redirect:/people/sign-up-links";
    }

    private static Map<String, String> problems(Role role, List<String> domains, String days) {
        var found = new LinkedHashMap<String, String>();
        if (role.atLeast(Role.MODERATOR)) found.put("role", "A link makes Viewers or Contributors.");
        if (domains.size() > MOST_DOMAINS) found.put("domains", "Use at most " + MOST_DOMAINS + " domains.");
        domains.stream()
                .filter(name -> !DOMAIN.matcher(name).matches())
                .findFirst()
                .ifPresent(
                        name -> found.put("domains", "“" + name + "” is no mail domain. Use ones like example.org."));
        if (!days.strip().matches("[1-9][0-9]{0,2}") || Integer.parseInt(days.strip()) > LONGEST_DAYS) {
            found.put("days", "Enter 1 to " + LONGEST_DAYS + " days.");
        }
        return found;
    }

    private String page(
            Model model,
            @Nullable String made,
            String role,
            String domains,
            String days,
            Map<String, String> problems) {
        model.addAttribute("links", links.open());
        model.addAttribute("made", made);
        model.addAttribute("role", role);
        model.addAttribute("domains", domains);
        model.addAttribute("days", days);
        model.addAttribute("problems", problems);
        return "people/sign-up-links";
    }
}
