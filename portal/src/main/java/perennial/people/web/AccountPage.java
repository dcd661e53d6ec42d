package perennial.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import perennial.people.ApiTokens;
import perennial.people.CurrentPerson;
import perennial.people.PersonSessions;

/** Puts a person's own page together, for whichever of its forms was sent. */
@Component
class AccountPage {
    private final CurrentPerson currentPerson;
    private final PersonSessions sessions;
    private final ApiTokens tokens;
    private final Clock clock;

    AccountPage(CurrentPerson currentPerson, PersonSessions sessions, ApiTokens tokens, Clock clock) {
        this.currentPerson = currentPerson;
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
    }

    String show(HttpServletRequest request, Model model, Map<String, String> problems) {
        return show(request, model, problems, null);
    }

    String refused(
            HttpServletRequest request, HttpServletResponse response, Model model, Map<String, String> problems) {
        response.setStatus(422);
        return show(request, model, problems);
    }

    /**
     * The page.
     *
     * @param made the text of a token that was just made; it is shown this once
     */
    String show(HttpServletRequest request, Model model, Map<String, String> problems, @Nullable String made) {
        var person = currentPerson.require();
        var now = clock.instant();
        model.addAttribute("person", person);
        model.addAttribute("problems", problems);
        model.addAttribute("zones", Zones.ALL);
        model.addAttribute("devices", sessions.devices(person.id(), request));
        model.addAttribute(
                "tokens",
                tokens.of(person.id()).stream()
                        .map(line -> TokenRow.of(line, now))
                        .toList());
        model.addAttribute("made", made);
        return "people/account";
    }
}
