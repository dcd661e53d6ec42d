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
import perennial.people.GuestLimits;
import perennial.people.Network;
import perennial.people.SignUpLinks;
import perennial.people.SignUps;

/** The page behind a sign-up link: asks for name and address, and sends the rest by mail. */
@Controller
class SignUpController {
    private final SignUpLinks links;
    private final SignUps signUps;
    private final GuestLimits limits;

    SignUpController(SignUpLinks links, SignUps signUps, GuestLimits limits) {
        this.links = links;
        this.signUps = signUps;
        this.limits = limits;
    }

    @GetMapping("/sign-up/{secret}")
    String form(@PathVariable String secret, HttpServletResponse response, Model model) {
        var link = links.find(secret);
        return link.isEmpty() ? over(response) : form(model, link.get(), secret, "", "", Map.of());
    }

    @PostMapping("/sign-up/{secret}")
    String ask(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var found = links.find(secret);
        if (found.isEmpty()) return over(response);
        var link = found.get();
        var problems = new FieldProblems().email(email).name(name).found();
        if (problems.isEmpty() && !signUps.takes(link, email)) {
            problems.put("email", "This link is for addresses at " + String.join(", ", link.domains()) + ".");
        }
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return form(model, link, secret, email, name, problems);
        }
        var wait = limits.request("sign-up", email, Network.of(request.getRemoteAddr()));
        if (wait.isPresent()) {
            return form(model, link, secret, email, name, TooMany.answer(response, wait.get(), "email"));
        }
        signUps.ask(link, email, name);
        model.addAttribute("email", email.strip());
        return "people/sign-up-sent";
    }

    private static String form(
            Model model,
            SignUpLinks.Link link,
            String secret,
            String email,
            String name,
            Map<String, String> problems) {
        model.addAttribute("link", link);
        model.addAttribute("secret", secret);
        model.addAttribute("email", email);
        model.addAttribute("name", name);
        model.addAttribute("problems", problems);
        return "people/sign-up";
    }

    private static String over(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_GONE);
        return "people/sign-up-over";
    }
}
