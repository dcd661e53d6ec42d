package perennial.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import perennial.people.CurrentPerson;
import perennial.people.NeedsPassword;
import perennial.people.SignInSettings;
import perennial.web.PortalException;

/** The Administrators' page of how people sign in. */
@Controller
class SignInSettingsController {
    private final SignInSettings settings;
    private final CurrentPerson currentPerson;

    SignInSettingsController(SignInSettings settings, CurrentPerson currentPerson) {
        this.settings = settings;
        this.currentPerson = currentPerson;
    }

    @GetMapping("/settings/sign-in")
    String page(Model model) {
        return page(model, Map.of());
    }

    @NeedsPassword
    @PostMapping("/settings/sign-in")
    String save(
            @RequestParam(defaultValue = "false") boolean passwords,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        try {
            settings.passwords(currentPerson.require(), passwords);
        } catch (PortalException refused) {
            response.setStatus(422);
            return page(model, Map.of("passwords", refused.sentence() + ". " + refused.nextStep()));
        }
        redirect.addFlashAttribute("said", "The settings are saved.");
        return "redirect:/settings/sign-in";
    }

    private String page(Model model, Map<String, String> problems) {
        model.addAttribute("provider", settings.provider());
        model.addAttribute("label", settings.providerLabel());
        model.addAttribute("address", settings.providerAddress());
        model.addAttribute("passwords", settings.passwords());
        model.addAttribute("problems", problems);
        return "people/sign-in-settings";
    }
}
