package perennial.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.people.Onboarding;
import perennial.people.PersonSessions;
import perennial.people.SignInSettings;

/** The page behind an invitation: sets a password, or sends a new link when this one is over. */
@Controller
class InvitationController {
    private final Onboarding onboarding;
    private final PersonSessions sessions;
    private final SignInSettings settings;

    InvitationController(Onboarding onboarding, PersonSessions sessions, SignInSettings settings) {
        this.onboarding = onboarding;
        this.sessions = sessions;
        this.settings = settings;
    }

    @GetMapping("/invitation/{secret}")
    String form(@PathVariable String secret, HttpServletResponse response, Model model) {
        if (!settings.passwords()) return "redirect:/sign-in";
        return page(secret, Map.of(), response, model);
    }

    @PostMapping("/invitation/{secret}")
    String accept(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!settings.passwords()) return "redirect:/sign-in";
        var person = onboarding.door(secret).person();
        if (person == null) return page(secret, Map.of(), response, model);
        var problems = new FieldProblems()
                .password(password, person.email(), person.name())
                .found();
        if (!problems.isEmpty()) return page(secret, problems, response, model);
        var accepted = onboarding.accept(secret, password);
        if (accepted.isEmpty()) return page(secret, Map.of(), response, model);
        sessions.begin(request, accepted.get());
        return "redirect:/";
    }

    @PostMapping("/invitation/{secret}/renew")
    String renew(@PathVariable String secret) {
        onboarding.renew(secret);
        return "people/invitation-renewed";
    }

    private String page(String secret, Map<String, String> problems, HttpServletResponse response, Model model) {
        var door = onboarding.door(secret);
        model.addAttribute("secret", secret);
        model.addAttribute("person", door.person());
        model.addAttribute("problems", problems);
        if (!problems.isEmpty()) response.setStatus(422);
        if (door.works()) return "people/invitation";
        response.setStatus(HttpServletResponse.SC_GONE);
        return "people/invitation-over";
    }
}
