package perennial.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import perennial.people.ApiTokens;
import perennial.people.CurrentPerson;
import perennial.people.NeedsPassword;
import perennial.people.Scope;
import perennial.web.PortalException;

/** The API tokens of a person's own page. */
@Controller
class TokensController {
    private static final Map<String, Duration> LIVES = Map.of(
            "30", Duration.ofDays(30), "90", Duration.ofDays(90), "365", Duration.ofDays(365), "never", Duration.ZERO);

    private final ApiTokens tokens;
    private final AccountPage page;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    TokensController(ApiTokens tokens, AccountPage page, CurrentPerson currentPerson, Clock clock) {
        this.tokens = tokens;
        this.page = page;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /** Shows the token in the answer itself: it is known this once. */
    @NeedsPassword
    @PostMapping("/account/tokens")
    String make(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "read") String scope,
            @RequestParam(defaultValue = "90") String life,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var widest = Scope.ofCode(scope).orElse(Scope.READ);
        var problems = new LinkedHashMap<String, String>();
        var named = new FieldProblems().name(token).found().get("name");
        if (named != null) problems.put("token", named);
        if (!LIVES.containsKey(life)) problems.put("life", "Choose when it ends.");
        if (!problems.isEmpty()) return page.refused(request, response, model, problems);
        var person = currentPerson.require();
        var codes = widest.andBelow().stream().map(Scope::code).collect(Collectors.toSet());
        var made = tokens.make(person, person.id(), token.strip(), codes, end(life));
        return page.show(request, model, Map.of(), made.token());
    }

    @PostMapping("/account/tokens/{id}/revoke")
    String revoke(@PathVariable String id, RedirectAttributes redirect) {
        var person = currentPerson.require();
        try {
            tokens.revoke(person, person.id(), UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw PortalException.notFound();
        }
        redirect.addFlashAttribute("said", "Revoked. It stopped working at once.");
        return "redirect:/account#tokens";
    }

    private @Nullable Instant end(String life) {
        var time = LIVES.getOrDefault(life, Duration.ZERO);
        return time.isZero() ? null : clock.instant().plus(time);
    }
}
