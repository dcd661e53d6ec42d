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
import perennial.people.PersonSessions;
import perennial.people.SetUpLink;
import perennial.web.PortalException;

/** The page behind the printed link: makes the first Administrator and signs them in. */
@Controller
class SetUpController {
    private final SetUpLink link;
    private final PersonSessions sessions;

    SetUpController(SetUpLink link, PersonSessions sessions) {
        this.link = link;
        this.sessions = sessions;
    }

    @GetMapping("/set-up/{secret}")
    String form(@PathVariable String secret, Model model) {
        if (!link.works(secret)) throw over();
        return page(model, secret, "", "", Map.of());
    }

    @PostMapping("/set-up/{secret}")
    String make(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!link.works(secret)) throw over();
        var problems = new FieldProblems()
                .email(email)
                .name(name)
                .password(password, email, name)
                .found();
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page(model, secret, email, name, problems);
        }
        var person = link.use(secret, email.strip(), name.strip(), password).orElseThrow(SetUpController::over);
        sessions.begin(request, person);
        return "redirect:/";
    }

    private static String page(Model model, String secret, String email, String name, Map<String, String> problems) {
        model.addAttribute("secret", secret);
        model.addAttribute("email", email);
        model.addAttribute("name", name);
        model.addAttribute("problems", problems);
        return "people/set-up";
    }

    private static PortalException over() {
        return new PortalException(
                404,
                "set-up-over",
                "This link does not work any more",
                "It works once, for 24 hours, and only while the portal has no Administrator."
                        + " Restart the portal for a new one, or sign in.");
    }
}
