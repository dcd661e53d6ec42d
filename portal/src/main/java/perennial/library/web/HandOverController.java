package perennial.library.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import perennial.library.HandOver;
import perennial.people.CurrentPerson;
import perennial.people.NeedsPassword;
import perennial.people.People;
import perennial.people.Person;
import perennial.people.PersonId;
import perennial.web.PortalException;

/** Handing all videos of somebody over, for Managers: a page behind the person's own, and the same over REST. */
@Controller
class HandOverController {
    private final HandOver handOver;
    private final People people;
    private final CurrentPerson current;

    HandOverController(HandOver handOver, People people, CurrentPerson current) {
        this.handOver = handOver;
        this.people = people;
        this.current = current;
    }

    @GetMapping("/people/{id}/hand-over")
    String form(@PathVariable String id, Model model) {
        return page(model, person(id), "", Map.of());
    }

    @NeedsPassword
    @PostMapping("/people/{id}/hand-over")
    String hand(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var from = person(id);
        try {
            int changed = handOver.all(from, heir(to), current.require());
            next.addFlashAttribute(
                    "said", changed == 1 ? "1 video is handed over." : changed + " videos are handed over.");
            return "redirect:/people/" + from.id();
        } catch (PortalException refused) {
            response.setStatus(422);
            return page(model, from, to, Map.of("to", refused.sentence() + ". " + refused.nextStep()));
        }
    }

    /**
     * Who is to get them.
     *
     * @param to id or e-mail address of the new author
     */
    @Schema(name = "HandOver")
    record Wanted(@Nullable String to) {}

    @Schema(name = "HandedOver")
    record Answer(int media) {}

    /** Gives all videos of somebody to another author. */
    @PostMapping("/api/v1/people/{id}/hand-over")
    @ResponseBody
    Answer handOver(@PathVariable String id, @RequestBody Wanted body) {
        return new Answer(handOver.all(person(id), heir(body.to() == null ? "" : body.to()), current.require()));
    }

    private String page(Model model, Person from, String to, Map<String, String> problems) {
        model.addAttribute("person", from);
        model.addAttribute("videos", handOver.count(from));
        model.addAttribute("to", to);
        model.addAttribute("problems", problems);
        return "library/hand-over";
    }

    private Person person(String id) {
        return find(id).orElseThrow(PortalException::notFound);
    }

    private Person heir(String idOrEmail) {
        var found = idOrEmail.contains("@") ? people.byEmail(idOrEmail) : find(idOrEmail);
        return found.orElseThrow(() -> PortalException.badRequest(
                "unknown-person",
                "Nobody here is “" + idOrEmail + "”",
                "Enter the address of somebody in the list of people."));
    }

    private Optional<Person> find(String id) {
        try {
            return people.byId(PersonId.parse(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
