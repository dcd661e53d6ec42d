package perennial.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.people.LocalPath;
import perennial.people.Network;
import perennial.people.PersonSessions;
import perennial.people.SignIn;

/** Signing in and out. */
@Controller
class SignInController {
    private final SignIn signIn;
    private final PersonSessions sessions;

    SignInController(SignIn signIn, PersonSessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @GetMapping("/sign-in")
    String form(@RequestParam(defaultValue = "/") String to, Model model) {
        return page(model, to, "", "");
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String to,
            @RequestParam(defaultValue = "false") boolean keep,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (signIn.answer(email, password, Network.of(request.getRemoteAddr()))) {
            case SignIn.Answer.Welcome(var person) -> {
                sessions.begin(request, person.id(), keep);
                yield "redirect:" + LocalPath.orHome(to);
            }
            case SignIn.Answer.Refused() -> {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                yield page(model, to, email, "Check both and try again, or reset your password.");
            }
            case SignIn.Answer.TooMany(var pause) -> {
                var said = TooMany.answer(response, pause, "email").get("email");
                yield page(model, to, email, String.valueOf(said));
            }
        };
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request) {
        sessions.end(request);
        return "redirect:/sign-in?out";
    }

    private static String page(Model model, String to, String email, String problem) {
        model.addAttribute("to", LocalPath.orHome(to));
        model.addAttribute("email", email);
        model.addAttribute("problem", problem);
        return "people/sign-in";
    }
}
