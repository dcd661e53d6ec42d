package perennial.library.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import perennial.library.Categories;
import perennial.library.Category;
import perennial.library.CategoryId;
import perennial.library.MediaFilter;
import perennial.web.PortalException;

/** Reads the categories and tags that a request of the API names. */
@Component
class AskedLabels {
    private static final int LONGEST_TAG = 60;

    private final Categories categories;

    AskedLabels(Categories categories) {
        this.categories = categories;
    }

    /** A category by its id or its name. */
    Optional<Category> category(String text) {
        try {
            var byId = categories.find(CategoryId.parse(text));
            if (byId.isPresent()) return byId;
        } catch (IllegalArgumentException e) {
            // a name, then
        }
        return categories.named(text);
    }

    /**
     * Leaves what is in the category and has the tag.
     *
     * @param category by id or name; empty for any
     * @param tag empty for any
     * @throws PortalException 400 if there is no such category, or the tag cannot be one
     */
    MediaFilter filter(String category, String tag) {
        var wanted = tag.strip();
        if (wanted.length() > LONGEST_TAG || wanted.indexOf('\0') >= 0) {
            throw PortalException.badRequest(
                    "invalid-tag", "This cannot be a tag", "Send one of at most %d characters.".formatted(LONGEST_TAG));
        }
        if (category.isBlank()) return MediaFilter.of(null, wanted.isEmpty() ? null : wanted);
        var found = category(category.replace("\0", ""))
                .orElseThrow(() -> PortalException.badRequest(
                        "unknown-category",
                        "There is no category “%s”".formatted(category),
                        "Send the id or the name of one of /api/v1/categories."));
        return MediaFilter.of(found.id(), wanted.isEmpty() ? null : wanted);
    }
}
