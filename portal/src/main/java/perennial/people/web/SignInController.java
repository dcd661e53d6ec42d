package perennial.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.people.LocalPath;
import perennial.people.Network;
import perennial.people.PersonSessions;
import perennial.people.SignIn;
import perennial.people.SignInSettings;

/** Signing in and out. */
@Controller
class SignInController {
    private static final Map<String, String> REFUSALS = Map.of(
            "unverified", "Your company account has no address that the provider has verified. Ask whoever runs it.",
            "unknown", "You have no account here. Ask a Manager for an invitation.",
            "blocked", "Your account here is blocked. Ask a Manager.",
            "taken", "The account with your address is linked to another company account. Ask a Manager to unlink it.",
            "failed", "That sign-in was not completed. Try again.",
            "late", "That took too long. Sign in again.",
            "away", "The sign-in provider cannot be reached. Try again in a minute.");

    private final SignIn signIn;
    private final PersonSessions sessions;
    private final SignInSettings settings;

    SignInController(SignIn signIn, PersonSessions sessions, SignInSettings settings) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.settings = settings;
    }

    @GetMapping("/sign-in")
    String form(
            @RequestParam(defaultValue = "/") String to, @RequestParam(defaultValue = "") String refused, Model model) {
        model.addAttribute("refused", REFUSALS.getOrDefault(refused, ""));
        return page(model, to, "", "");
    }

    /** Reached only when there is no provider, or it cannot be asked. */
    @GetMapping("/sign-in/provider")
    String away() {
        return "redirect:/sign-in?refused=away";
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

    private String page(Model model, String to, String email, String problem) {
        model.addAttribute("to", LocalPath.orHome(to));
        model.addAttribute("email", email);
        model.addAttribute("problem", problem);
        model.addAttribute("passwords", settings.passwords());
        model.addAttribute("provider", settings.provider() ? settings.providerLabel() : "");
        model.addAttribute("toEncoded", URLEncoder.encode(LocalPath.orHome(to), StandardCharsets.UTF_8));
        return "people/sign-in";
    }
}
