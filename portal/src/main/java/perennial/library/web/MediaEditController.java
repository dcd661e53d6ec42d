package perennial.library.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import perennial.library.Cursor;
import perennial.library.MediaChanges;
import perennial.library.MediaId;
import perennial.people.CurrentPerson;

/** What authors and Moderators do to an item. */
@Controller
class MediaEditController {
    private final MediaChanges changes;
    private final EditPages pages;
    private final CurrentPerson current;

    MediaEditController(MediaChanges changes, EditPages pages, CurrentPerson current) {
        this.changes = changes;
        this.pages = pages;
        this.current = current;
    }

    @GetMapping("/drafts")
    String drafts(@RequestParam(defaultValue = "") Cursor after, Model model) {
        model.addAttribute("page", pages.drafts(current.require(), after));
        return "library/drafts";
    }

    @PostMapping("/media/{id}/publish")
    ModelAndView publish(@PathVariable String id, RedirectAttributes next) {
        var status = changes.publish(MediaId.asked(id), current.require());
        return to(MediaId.asked(id), EditPages.said(status), next);
    }

    @PostMapping("/media/{id}/delete")
    String delete(@PathVariable String id, RedirectAttributes next) {
        changes.bin(MediaId.asked(id), current.require());
        next.addFlashAttribute("said", "Moved to the bin, where it rests for 30 days.");
        return "redirect:/bin";
    }

    @PostMapping("/media/{id}/restore")
    ModelAndView restore(@PathVariable String id, RedirectAttributes next) {
        changes.restore(MediaId.asked(id), current.require());
        return to(MediaId.asked(id), "Restored.", next);
    }

    private static ModelAndView to(MediaId id, String said, RedirectAttributes next) {
        next.addFlashAttribute("said", said);
        return new ModelAndView("redirect:/watch/" + id);
    }
}
