package perennial.library.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.library.Cursor;
import perennial.library.MediaId;

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

    @GetMapping("/library")
    String library(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") Cursor after,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            Model model) {
        var page = pages.page(q.strip(), after);
        model.addAttribute("page", page);
        model.addAttribute("shelves", page.shelves());
        model.addAttribute("more", page.more());
        return htmx ? "library/shelves" : "library/library";
    }

    @GetMapping("/library/cards/{id}")
    String card(@PathVariable String id, Model model) {
        model.addAttribute("card", pages.card(asked.visible(MediaId.asked(id))));
        return "library/card";
    }
}
