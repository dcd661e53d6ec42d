package perennial.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import perennial.zoom.DateWindow;
import perennial.zoom.RecordingPage;
import perennial.zoom.ZoomException;

/** One list of Zoom's, of a host or of the whole account: asked for page by page, and begun again when its token ages. */
interface ListPages {
    /** For fewer people their own lists are less to read than the whole account's. */
    int WHOLE_ACCOUNT_FROM = 10;

    int BEGINNINGS = 3;

    /**
     * Asks for one page.
     *
     * @param token of the page before; null for the first
     */
    RecordingPage page(DateWindow window, @Nullable String token);

    /**
     * Reads a window to its end. A page may be told twice, when a token expired in the middle.
     *
     * @return why entries could not be read; empty when all could
     * @throws ZoomException when a page cannot be had
     */
    default List<String> read(DateWindow window, Consumer<RecordingPage> each) {
        for (int beginning = 1; ; beginning++) {
            try {
                return readOnce(window, each);
            } catch (ZoomException.PageTokenExpired e) {
                if (beginning >= BEGINNINGS) throw e;
            }
        }
    }

    private List<String> readOnce(DateWindow window, Consumer<RecordingPage> each) {
        var unreadable = new ArrayList<String>();
        String token = null;
        do {
            var page = page(window, token);
            each.accept(page);
            unreadable.addAll(page.unreadable());
            if (page.next() != null && Objects.equals(page.next(), token)) {
                throw new ZoomException.Unreadable("listing recordings", "its pages go in a circle");
            }
            token = page.next();
        } while (token != null);
        return unreadable;
    }
}
