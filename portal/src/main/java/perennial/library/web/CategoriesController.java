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
import perennial.library.Categories;
import perennial.library.CategoryId;
import perennial.library.NotPossible;
import perennial.people.CurrentPerson;

/** The page on which Managers keep the categories. */
@Controller
class CategoriesController {
    private static final String PAGE = "/settings/categories";

    private final Categories categories;
    private final CurrentPerson current;

    CategoriesController(Categories categories, CurrentPerson current) {
        this.categories = categories;
        this.current = current;
    }

    @GetMapping(PAGE)
    String page(Model model) {
        model.addAttribute("categories", categories.counted());
        model.addAttribute("name", "");
        model.addAttribute("problem", "");
        return "library/categories";
    }

    @PostMapping(PAGE)
    ModelAndView add(@RequestParam(defaultValue = "") String name, RedirectAttributes next) {
        try {
            categories.add(name, current.require());
        } catch (NotPossible e) {
            return again(name, e);
        }
        return back("Added.", next);
    }

    @PostMapping(PAGE + "/{id}")
    ModelAndView rename(
            @PathVariable String id, @RequestParam(defaultValue = "") String name, RedirectAttributes next) {
        try {
            categories.rename(CategoryId.asked(id), name, current.require());
        } catch (NotPossible e) {
            return again(name, e);
        }
        return back("Renamed.", next);
    }

    @PostMapping(PAGE + "/{id}/remove")
    ModelAndView remove(@PathVariable String id, RedirectAttributes next) {
        categories.remove(CategoryId.asked(id), current.require());
        return back("Removed. Its videos stay, without a category.", next);
    }

    private ModelAndView again(String name, NotPossible e) {
        return new ModelAndView(
                "library/categories",
                Map.of("categories", categories.counted(), "name", name, "problem", e.sentence() + "."),
                HttpStatus.BAD_REQUEST);
    }

    private static ModelAndView back(String said, RedirectAttributes next) {
        next.addFlashAttribute("said", said);
        return new ModelAndView("redirect:" + PAGE);
    }
}
