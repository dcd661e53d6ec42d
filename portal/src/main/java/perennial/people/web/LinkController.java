package perennial.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.people.PendingLink;
import perennial.people.Person;
import perennial.people.SignIn;

/** Where somebody from the sign-in provider proves that the account with their address is theirs: by its password. */
@Controller
class LinkController {
    private final PendingLink pending;

    LinkController(PendingLink pending) {
        this.pending = pending;
    }

    @GetMapping("/sign-in/link")
    String form(HttpServletRequest request, Model model) {
        return pending.person(request)
                .map(person -> page(model, person, Map.of()))
                .orElse("redirect:/sign-in?refused=late");
    }

    @PostMapping("/sign-in/link")
    String link(
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var person = pending.person(request).orElse(null);
        if (person == null) return "redirect:/sign-in?refused=late";
        return switch (pending.confirm(request, person, password)) {
            case SignIn.Answer.Welcome welcome -> "redirect:/";
            case SignIn.Answer.Refused refused -> {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                yield page(model, person, Map.of("password", "This is not the password of this account."));
            }
            case SignIn.Answer.TooMany(var pause) -> page(model, person, TooMany.answer(response, pause, "password"));
        };
    }

    private static String page(Model model, Person person, Map<String, String> problems) {
        model.addAttribute("person", person);
        model.addAttribute("problems", problems);
        return "people/link";
    }
}
