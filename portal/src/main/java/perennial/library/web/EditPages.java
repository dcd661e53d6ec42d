package perennial.library.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import perennial.library.Cursor;
import perennial.library.Media;
import perennial.library.MediaAddresses;
import perennial.library.MediaStatus;
import perennial.library.Reviewing;
import perennial.library.StatusBadge;
import perennial.library.VisibleMedia;
import perennial.people.Person;
import perennial.web.Lengths;

/** Makes the pages of authors: their drafts, and the form of one item. */
@Component
class EditPages {
    private static final int PAGE = 50;

    private final VisibleMedia visible;
    private final ObjectProvider<Reviewing> reviewing;

    EditPages(VisibleMedia visible, ObjectProvider<Reviewing> reviewing) {
        this.visible = visible;
        this.reviewing = reviewing;
    }

    DraftsPage drafts(Person author, Cursor after) {
        return page(visible.drafts(author.id(), "", after, PAGE + 1));
    }

    private DraftsPage page(List<Media> found) {
        var items = found.subList(0, Math.min(PAGE, found.size()));
        var more = found.size() <= PAGE ? "" : "/drafts?after=" + Cursor.behind(items.getLast());
        var why = reviewing.getObject().sentBack(items.stream().map(Media::id).toList());
        return new DraftsPage(
                items.stream()
                        .map(item -> draft(item, why.getOrDefault(item.id(), "")))
                        .toList(),
                more);
    }

    private static DraftsPage.Draft draft(Media item, String why) {
        return new DraftsPage.Draft(
                item.id().toString(),
                item.title(),
                picture(item),
                item.fromZoom(),
                Lengths.clock(item.length()),
                item.changedAt(),
                StatusBadge.of(item.status()),
                item.status() == MediaStatus.DRAFT || item.status() == MediaStatus.REJECTED,
                item.status() == MediaStatus.DRAFT || item.status() == MediaStatus.REJECTED ? why : "");
    }

    /** What to say after "Publish". */
    static String said(MediaStatus status) {
        return status == MediaStatus.IN_REVIEW
                ? "Sent to review. It appears in the library once it is approved."
                : "Published.";
    }

    private static @Nullable String picture(Media item) {
        return item.poster() == null ? null : MediaAddresses.poster(item);
    }
}
