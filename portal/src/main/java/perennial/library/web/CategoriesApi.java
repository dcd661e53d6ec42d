package perennial.library.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import perennial.library.Categories;
import perennial.library.Category;
import perennial.library.CategoryId;
import perennial.people.CurrentPerson;
import perennial.web.Listing;
import perennial.web.PortalException;

/** The categories over the API: everyone reads them, Managers keep them. */
@RestController
@RequestMapping("/api/v1/categories")
class CategoriesApi {
    private final Categories categories;
    private final CurrentPerson current;

    CategoriesApi(Categories categories, CurrentPerson current) {
        this.categories = categories;
        this.current = current;
    }

    @Schema(name = "Category")
    record Body(String id, String name) {
        static Body of(Category category) {
            return new Body(category.id().toString(), category.name());
        }
    }

    @Schema(name = "NewCategory")
    record Wanted(@Nullable String name) {}

    /** All of them, by name. */
    @GetMapping
    Listing<Body> list() {
        return new Listing<>(categories.all().stream().map(Body::of).toList(), null);
    }

    /** Adds one. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Body add(@RequestBody Wanted wanted) {
        return Body.of(categories.add(given(wanted), current.require()));
    }

    /** Gives it another name. */
    @PatchMapping("/{id}")
    Body rename(@PathVariable String id, @RequestBody Wanted wanted) {
        var category = CategoryId.asked(id);
        categories.rename(category, given(wanted), current.require());
        return Body.of(categories.find(category).orElseThrow(PortalException::notFound));
    }

    /** Removes it; its videos stay, without a category. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id) {
        categories.remove(CategoryId.asked(id), current.require());
    }

    private static String given(Wanted wanted) {
        return wanted.name() == null ? "" : wanted.name();
    }
}
