package perennial.library.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.library.MediaId;
import perennial.library.MediaOrder;

/** The library. The next page is asked for by htmx as a fragment, without it by a link. */
@Controller
class LibraryController {
    private final LibraryPages pages;
    private final Asked asked;

    LibraryController(LibraryPages pages, Asked asked) {
        this.pages = pages;
        this.asked = asked;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/library";
    }

    /**
     * @param sort see {@link MediaOrder#word}
     * @param view {@code list}; all else is the grid
     * @param all the filters among them, see {@link Filters}
     */
    @GetMapping("/library")
    String library(
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String after,
            @RequestParam MultiValueMap<String, String> all,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            Model model) {
        var look = new LibraryLook(Filters.of(all), MediaOrder.ofWord(sort), view.equals("list"));
        var page = pages.page(look, after);
        model.addAttribute("page", page);
        model.addAttribute("shelves", page.shelves());
        model.addAttribute("list", page.list());
        model.addAttribute("more", page.more());
        return htmx ? "library/shelves" : "library/library";
    }

    @GetMapping("/library/cards/{id}")
    String card(@PathVariable String id, Model model) {
        model.addAttribute("card", pages.card(asked.visible(MediaId.asked(id))));
        return "library/card";
    }
}
