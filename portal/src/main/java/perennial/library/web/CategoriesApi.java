package perennial.library.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import perennial.library.Categories;
import perennial.library.Category;
import perennial.people.CurrentPerson;
import perennial.web.Listing;

/** The categories over the API: everyone reads them, Managers add. */
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
        return Body.of(categories.add(wanted.name() == null ? "" : wanted.name(), current.require()));
    }
}
