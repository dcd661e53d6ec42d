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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import perennial.people.GuestLimits;
import perennial.people.Network;
import perennial.people.PasswordResets;
import perennial.people.SignInSettings;
import perennial.web.PortalException;

/** A new password for whoever forgot theirs: the page that asks for the address, and the one behind the mailed link. */
@Controller
class ForgotController {
    private final PasswordResets resets;
    private final GuestLimits limits;
    private final SignInSettings settings;

    ForgotController(PasswordResets resets, GuestLimits limits, SignInSettings settings) {
        this.resets = resets;
        this.limits = limits;
        this.settings = settings;
    }

    @GetMapping("/forgot")
    String form(Model model) {
        requirePasswords();
        return form(model, "", Map.of());
    }

    @PostMapping("/forgot")
    String ask(
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        requirePasswords();
        var problems = new FieldProblems().email(email).found();
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return form(model, email, problems);
        }
        var wait = limits.request("reset", email, Network.of(request.getRemoteAddr()));
        if (wait.isPresent()) return form(model, email, TooMany.answer(response, wait.get(), "email"));
        resets.ask(email);
        model.addAttribute("email", email.strip());
        return "people/forgot-sent";
    }

    @GetMapping("/reset/{secret}")
    String choose(@PathVariable String secret, HttpServletResponse response, Model model) {
        return choose(secret, Map.of(), response, model);
    }

    @PostMapping("/reset/{secret}")
    String set(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        requirePasswords();
        var wait = limits.secret("reset-link", Network.of(request.getRemoteAddr()));
        if (wait.isPresent()) {
            var problems = TooMany.answer(response, wait.get(), "password");
            return choose(secret, problems, response, model);
        }
        var person = resets.find(secret);
        if (person.isEmpty()) return choose(secret, Map.of(), response, model);
        var problems = new FieldProblems()
                .password(password, person.get().email(), person.get().name())
                .found();
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return choose(secret, problems, response, model);
        }
        if (resets.use(secret, password).isEmpty()) return choose(secret, Map.of(), response, model);
        redirect.addFlashAttribute("note", "Your new password is set. Sign in with it.");
        return "redirect:/sign-in";
    }

    private void requirePasswords() {
        if (!settings.passwords()) throw PortalException.notFound();
    }

    private static String form(Model model, String email, Map<String, String> problems) {
        model.addAttribute("email", email);
        model.addAttribute("problems", problems);
        return "people/forgot";
    }

    private String choose(String secret, Map<String, String> problems, HttpServletResponse response, Model model) {
        var person = resets.find(secret);
        if (person.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_GONE);
            return "people/reset-over";
        }
        model.addAttribute("secret", secret);
        model.addAttribute("person", person.get());
        model.addAttribute("problems", problems);
        return "people/reset";
    }
}
