package perennial.watch.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import perennial.library.Categories;
import perennial.library.Category;
import perennial.library.CategoryId;
import perennial.library.Contents;
import perennial.library.VisibleMedia;
import perennial.people.CurrentPerson;
import perennial.people.Person;
import perennial.web.Brand;
import perennial.web.PortalException;
import perennial.web.PublicAddress;

/**
 * RSS 2.0 of the newest videos, of the whole library or of a category. Without a sign-in it holds what is public; with a bearer token
 * what that person may see.
 */
@Controller
class FeedController {
    private static final int ITEMS = 50;

    private final VisibleMedia visible;
    private final Contents contents;
    private final Categories categories;
    private final CurrentPerson current;
    private final Brand brand;
    private final PublicAddress address;

    FeedController(
            VisibleMedia visible,
            Contents contents,
            Categories categories,
            CurrentPerson current,
            Brand brand,
            PublicAddress address) {
        this.visible = visible;
        this.contents = contents;
        this.categories = categories;
        this.current = current;
        this.brand = brand;
        this.address = address;
    }

    @GetMapping("/feeds/library.rss")
    void library(HttpServletResponse response) throws IOException {
        write(null, response);
    }

    /** 404 where there is no such category. */
    @GetMapping("/feeds/categories/{id}.rss")
    void category(@PathVariable String id, HttpServletResponse response) throws IOException {
        write(categories.find(asked(id)).orElseThrow(PortalException::notFound), response);
    }

    private void write(@Nullable Category category, HttpServletResponse response) throws IOException {
        var viewer = current.find().map(Person::id).orElse(null);
        var items = visible.newest(viewer, category == null ? null : category.id(), ITEMS);
        var name = brand.look().name();
        var path = category == null ? "/feeds/library.rss" : "/feeds/categories/" + category.id() + ".rss";
        var feed = new Feed(
                category == null ? name : category.name() + " · " + name,
                address.of("/library").toString(),
                address.of(path).toString());
        response.setContentType("application/rss+xml;charset=UTF-8");
        response.setHeader("Cache-Control", "private, no-cache");
        feed.write(items, contents.of(items, viewer), address, response.getOutputStream());
    }

    private static CategoryId asked(String id) {
        try {
            return CategoryId.parse(id);
        } catch (IllegalArgumentException e) {
            throw PortalException.notFound();
        }
    }
}
