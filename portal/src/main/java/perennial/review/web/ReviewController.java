package perennial.review.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import perennial.library.MediaId;
import perennial.people.CurrentPerson;
import perennial.review.Decisions;
import perennial.review.Outcome;
import perennial.web.PortalException;

/** The review page, and what its buttons do. */
@Controller
class ReviewController {
    private final ReviewPages pages;
    private final Decisions decisions;
    private final CurrentPerson current;

    ReviewController(ReviewPages pages, Decisions decisions, CurrentPerson current) {
        this.pages = pages;
        this.decisions = decisions;
        this.current = current;
    }

    @GetMapping("/review")
    String page(
            @RequestParam(defaultValue = "waiting") String show,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String ask,
            Model model) {
        var asked = item.isEmpty() ? null : MediaId.asked(item);
        var wish = new ReviewPages.Wish(outcome(show), after, asked, Set.of(), ask.equals("reject") ? ask : "", "");
        model.addAttribute("page", pages.page(wish, current.require()));
        return "review/review";
    }

    @PostMapping("/review/{id}/approve")
    ModelAndView approve(
            @PathVariable String id, @RequestParam(defaultValue = "") String seen, RedirectAttributes next) {
        var media = MediaId.asked(id);
        try {
            var result = decisions.approve(media, current.require(), moment(seen));
            return back(
                    result.published()
                            ? "Approved and published. The author is told by e-mail."
                            : "Approved: %d of %d needed.".formatted(result.approvals(), result.needed()),
                    next);
        } catch (PortalException e) {
            return refused(media, "", e);
        }
    }

    @PostMapping("/review/{id}/reject")
    ModelAndView reject(
            @PathVariable String id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        var media = MediaId.asked(id);
        try {
            decisions.reject(media, current.require(), reason);
            return back("Rejected. The author is told by e-mail.", next);
        } catch (PortalException e) {
            return refused(media, "reject", e);
        }
    }

    @PostMapping("/review/{id}/return-to-draft")
    ModelAndView returnToDraft(@PathVariable String id, RedirectAttributes next) {
        var media = MediaId.asked(id);
        try {
            decisions.returnToDraft(media, current.require(), "");
            return back("Back among the author's drafts. They are told by e-mail.", next);
        } catch (PortalException e) {
            return refused(media, "", e);
        }
    }

    /**
     * One decision about all that are ticked.
     *
     * @param decision {@code approve} or {@code reject}; the latter without a reason asks for one
     * @param item what {@link ReviewPage.Line#ticked} held
     */
    @PostMapping("/review/many")
    ModelAndView many(
            @RequestParam String decision,
            @RequestParam(defaultValue = "") List<String> item,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        var person = current.require();
        var ticked = ticked(item);
        if (ticked.isEmpty()) return again(null, Set.of(), "", "Tick the videos to decide about.");
        if (decision.equals("reject") && reason.isBlank()) {
            return again(null, ticked.keySet(), "reject-many", "");
        }
        var ids = List.copyOf(ticked.keySet());
        var result = decision.equals("reject")
                ? decisions.each(ids, id -> decisions.reject(id, person, reason))
                : decisions.each(ids, id -> decisions.approve(id, person, ticked.get(id)));
        return back(said(decision, result), next);
    }

    @PostMapping("/review/release")
    ModelAndView release(RedirectAttributes next) {
        int released = decisions.releaseAll(current.require());
        return back(released == 1 ? "1 video is published." : released + " videos are published.", next);
    }

    private static String said(String decision, Decisions.Many result) {
        var what = decision.equals("reject") ? " rejected." : " approved.";
        var done = (result.done() == 1 ? "1 video" : result.done() + " videos") + what;
        if (result.refused().isEmpty()) return done;
        return "%s %d left: %s."
                .formatted(done, result.refused().size(), result.refused().getFirst());
    }

    private static ModelAndView back(String said, RedirectAttributes next) {
        next.addFlashAttribute("said", said);
        return new ModelAndView("redirect:/review");
    }

    private ModelAndView refused(MediaId media, String ask, PortalException e) {
        if (e.status() == 404) throw e;
        var page = again(media, Set.of(), ask, e.sentence() + ". " + e.nextStep());
        page.setStatus(HttpStatus.valueOf(e.status()));
        return page;
    }

    private ModelAndView again(@Nullable MediaId media, Set<MediaId> chosen, String ask, String problem) {
        var wish = new ReviewPages.Wish(Outcome.WAITING, "", media, chosen, ask, problem);
        var page = new ModelAndView("review/review", HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("page", pages.page(wish, current.require()));
        return page;
    }

    private static Outcome outcome(String word) {
        return switch (word) {
            case "approved" -> Outcome.APPROVED;
            case "rejected" -> Outcome.REJECTED;
            default -> Outcome.WAITING;
        };
    }

    /** The ticked ones with when each had last changed; one that does not say so has changed since. */
    private static Map<MediaId, Instant> ticked(List<String> items) {
        var ticked = new LinkedHashMap<MediaId, Instant>();
        for (var item : items) {
            var parts = item.split("@", 2);
            var seen = parts.length < 2 ? null : moment(parts[1]);
            ticked.put(MediaId.asked(parts[0]), Objects.requireNonNullElse(seen, Instant.EPOCH));
        }
        return ticked;
    }

    private static @Nullable Instant moment(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH; // no item looked like that: look again
        }
    }
}
