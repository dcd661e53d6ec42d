package perennial.library.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import perennial.library.LateParts;
import perennial.library.MediaId;
import perennial.library.NotPossible;
import perennial.people.CurrentPerson;

/** Parts that came late to approved videos: Moderators add them, or keep them out (M4). */
@Controller
class LatePartsController {
    private final LateParts parts;
    private final LatePartPages pages;
    private final CurrentPerson current;

    LatePartsController(LateParts parts, LatePartPages pages, CurrentPerson current) {
        this.parts = parts;
        this.pages = pages;
        this.current = current;
    }

    @GetMapping("/late-parts")
    String list(Model model) {
        model.addAttribute("page", pages.page(current.require()));
        return "library/lateparts";
    }

    @PostMapping("/late-parts/{id}/approve")
    String approve(@PathVariable String id, @RequestParam int version, RedirectAttributes next) {
        parts.approve(MediaId.asked(id), current.require(), version);
        next.addFlashAttribute("said", "Added. The video is shown with its new parts.");
        return "redirect:/late-parts";
    }

    @PostMapping("/late-parts/{id}/refuse")
    ModelAndView refuse(
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        try {
            parts.refuse(MediaId.asked(id), current.require(), version, reason);
        } catch (NotPossible e) {
            var page = pages.page(current.require(), MediaId.asked(id), reason, e);
            return new ModelAndView("library/lateparts", Map.of("page", page), HttpStatus.BAD_REQUEST);
        }
        next.addFlashAttribute("said", "Kept out. The video stays as it is.");
        return new ModelAndView("redirect:/late-parts");
    }
}
