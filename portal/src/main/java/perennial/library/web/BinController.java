package perennial.library.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import perennial.library.Bin;
import perennial.library.Cursor;
import perennial.library.MediaChanges;
import perennial.library.MediaId;
import perennial.people.CurrentPerson;
import perennial.web.PortalException;

/** The bin, and what happens to the ticked ones there. */
@Controller
class BinController {
    private final Bin bin;
    private final MediaChanges changes;
    private final BinPages pages;
    private final CurrentPerson current;

    BinController(Bin bin, MediaChanges changes, BinPages pages, CurrentPerson current) {
        this.bin = bin;
        this.changes = changes;
        this.pages = pages;
        this.current = current;
    }

    @GetMapping("/bin")
    String bin(@RequestParam(defaultValue = "") Cursor after, Model model) {
        model.addAttribute("page", pages.page(current.require(), after));
        return "library/bin";
    }

    @PostMapping("/bin/restore")
    ModelAndView restore(@RequestParam(defaultValue = "") List<String> item, RedirectAttributes next) {
        if (item.isEmpty()) return nothingTicked();
        return each(item, id -> changes.restore(id, current.require()), "back", next);
    }

    /** Asks for the words first: they contain the number, so nobody purges by accident. */
    @PostMapping("/bin/purge")
    ModelAndView purge(
            @RequestParam(defaultValue = "") List<String> item,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes next) {
        if (item.isEmpty()) return nothingTicked();
        var ids = item.stream().map(MediaId::asked).toList();
        if (!words.strip().equals(BinPages.words(ids.size()))) {
            var problem = words.isBlank() ? "" : "These are not the words. Nothing was purged.";
            return new ModelAndView("library/bin", HttpStatus.CONFLICT)
                    .addObject("page", pages.asking(current.require(), ids, problem));
        }
        return each(item, id -> bin.purge(id, current.require()), "purged", next);
    }

    /** One by one: what cannot be done is told, and stops none of the others. */
    private static ModelAndView each(List<String> items, Consumer<MediaId> act, String done, RedirectAttributes next) {
        var count = 0;
        var refused = new ArrayList<String>();
        for (var item : items) {
            try {
                act.accept(MediaId.asked(item));
                count++;
            } catch (PortalException e) {
                if (e.status() == 403) throw e; // they may do it to none
                refused.add(e.sentence());
            }
        }
        var said = "%s %s %s.".formatted(BinPages.videos(count), count == 1 ? "is" : "are", done);
        return back(
                refused.isEmpty() ? said : "%s %d left: %s.".formatted(said, refused.size(), refused.getFirst()), next);
    }

    private ModelAndView nothingTicked() {
        var page = pages.page(current.require(), Cursor.START, Set.of(), null, "Tick the videos first.");
        return new ModelAndView("library/bin", HttpStatus.UNPROCESSABLE_CONTENT).addObject("page", page);
    }

    private static ModelAndView back(String said, RedirectAttributes next) {
        next.addFlashAttribute("said", said);
        return new ModelAndView("redirect:/bin");
    }
}
