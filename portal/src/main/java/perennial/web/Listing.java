package perennial.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as the API sends it.
 *
 * @param next send it back as {@code cursor} for the following page; absent at the end
 */
public record Listing<T>(List<T> items, @Nullable String next) {
    public Listing {
        items = List.copyOf(items);
    }
}
