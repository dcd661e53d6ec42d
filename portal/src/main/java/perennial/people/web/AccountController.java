package perennial.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import perennial.people.CurrentPerson;
import perennial.people.OwnAccount;
import perennial.people.Passwords;

/** A person's own page: name, zone, dates, theme, password, sessions. */
@Controller
class AccountController {
    private static final List<String> THEMES = List.of("light", "dark");

    private final OwnAccount account;
    private final AccountPage page;
    private final CurrentPerson currentPerson;

    AccountController(OwnAccount account, AccountPage page, CurrentPerson currentPerson) {
        this.account = account;
        this.page = page;
        this.currentPerson = currentPerson;
    }

    @GetMapping("/account")
    String page(HttpServletRequest request, Model model) {
        return page.show(request, model, Map.of());
    }

    @PostMapping("/account")
    String save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String locale,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var problems = new FieldProblems().name(name).found();
        var chosen = zone(zone, problems);
        if (!problems.isEmpty()) return page.refused(request, response, model, problems);
        account.change(currentPerson.require(), name.strip(), chosen, locale(locale));
        return saved(redirect, "Your profile is saved.");
    }

    @PostMapping("/account/theme")
    ResponseEntity<Void> theme(
            @RequestParam(defaultValue = "") String theme, @RequestParam(defaultValue = "") String from) {
        account.theme(currentPerson.require(), THEMES.contains(theme) ? theme : null);
        return from.isEmpty()
                ? ResponseEntity.noContent().build()
                : ResponseEntity.status(303).header("Location", "/account").build();
    }

    @PostMapping("/account/password")
    String password(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var person = currentPerson.require();
        Map<String, String> problems = new LinkedHashMap<>();
        Passwords.objection(password, person.email(), person.name()).ifPresent(said -> problems.put("password", said));
        if (problems.isEmpty()) {
            switch (account.changePassword(request, person, old, password)) {
                case RIGHT -> {}
                case WRONG -> problems.put("old", "This is not your current password. Nothing was changed.");
                case TOO_MANY -> problems.put("old", "Too many tries. Wait some minutes, then try again.");
            }
        }
        return problems.isEmpty()
                ? saved(redirect, "Your password is changed. Other devices are signed out.")
                : page.refused(request, response, model, problems);
    }

    @PostMapping("/account/sessions")
    String endOthers(HttpServletRequest request, RedirectAttributes redirect) {
        account.endOtherSessions(currentPerson.require(), request.getSession().getId());
        return saved(redirect, "Your other devices are signed out.");
    }

    @PostMapping("/account/sessions/{key}/end")
    String endOne(@PathVariable String key, RedirectAttributes redirect) {
        account.endSession(currentPerson.require(), key);
        return saved(redirect, "Signed out there.");
    }

    private static String saved(RedirectAttributes redirect, String said) {
        redirect.addFlashAttribute("said", said);
        return "redirect:/account";
    }

    private static @Nullable ZoneId zone(String text, Map<String, String> problems) {
        try {
            return text.isBlank() ? null : ZoneId.of(text);
        } catch (DateTimeException e) {
            problems.put("zone", "Choose a zone from the list.");
            return null;
        }
    }

    private static @Nullable Locale locale(String tag) {
        return tag.isBlank() ? null : Locale.forLanguageTag(tag);
    }
}
