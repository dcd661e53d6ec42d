package perennial.search.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.library.web.Filters;

/** The search. Further results are asked for by htmx as a fragment, without it by a link. */
@Controller
class SearchController {
    private final SearchPages pages;

    SearchController(SearchPages pages) {
        this.pages = pages;
    }

    /**
     * @param q see {@link perennial.search.Search#published}
     * @param sort {@code newest}; all else is best first
     * @param all the filters among them, see {@link Filters}
     */
    @GetMapping("/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String after,
            @RequestParam MultiValueMap<String, String> all,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            Model model) {
        model.addAttribute("page", pages.page(q.strip(), Filters.of(all), sort.equals("newest"), after));
        return htmx ? "search/results" : "search/search";
    }

    /** What appears under the box while somebody types. */
    @GetMapping("/search/hits")
    String hits(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("hits", pages.hits(q));
        model.addAttribute("query", q.strip());
        return "search/hits";
    }
}
