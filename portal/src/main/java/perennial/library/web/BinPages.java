package perennial.library.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.library.AtZoom;
import perennial.library.Bin;
import perennial.library.Cursor;
import perennial.library.Media;
import perennial.library.MediaAddresses;
import perennial.library.MediaFilter;
import perennial.library.MediaId;
import perennial.library.MediaStatus;
import perennial.library.VisibleMedia;
import perennial.people.Person;
import perennial.people.Role;
import perennial.web.Sizes;

/** Makes the page of the bin: an author's own, and for Moderators up everybody's. */
@Component
class BinPages {
    private static final int PAGE = 50;

    private final VisibleMedia visible;
    private final Bin bin;

    BinPages(VisibleMedia visible, Bin bin) {
        this.visible = visible;
        this.bin = bin;
    }

    BinPage page(Person viewer, Cursor after) {
        return page(viewer, after, Set.of(), null, "");
    }

    /** The page again, with the question that a purge needs of those of {@code chosen} that still rest here. */
    BinPage asking(Person viewer, List<MediaId> chosen, String problem) {
        var known = visible.among(viewer.id(), chosen).stream().map(Media::id).toList();
        var resting = bin.of(known);
        var ids = resting.keySet().stream().map(MediaId::toString).collect(Collectors.toCollection(TreeSet::new));
        if (ids.isEmpty()) return page(viewer, Cursor.START, ids, null, "None of these is in the bin any more.");
        var bytes = resting.values().stream().mapToLong(Bin.Resting::bytes).sum();
        var only = resting.values().stream()
                .filter(one -> one.purgedAt().isEmpty())
                .count();
        var sentence = "%s are removed from storage, %s. Nobody can bring %s back.%s"
                .formatted(
                        ids.size() == 1 ? "Its files" : "Their files",
                        Sizes.text(bytes),
                        ids.size() == 1 ? "it" : "them",
                        onlyCopies(only));
        var ask = new BinPage.Ask("Purge " + videos(ids.size()) + "?", sentence, words(ids.size()), List.copyOf(ids));
        return page(viewer, Cursor.START, ids, ask, problem);
    }

    /** What must be typed before so many are purged. */
    static String words(int count) {
        return "purge " + videos(count);
    }

    static String videos(int count) {
        return count == 1 ? "1 video" : count + " videos";
    }

    private static String onlyCopies(long count) {
        if (count == 0) return "";
        return " Of %s this portal holds the only copy: gone at Zoom."
                .formatted(count == 1 ? "1 of them" : count + " of them");
    }

    BinPage page(Person viewer, Cursor after, Set<String> chosen, BinPage.@Nullable Ask ask, String problem) {
        var found = visible.all(viewer.id(), MediaStatus.DELETED, MediaFilter.ALL, after, PAGE + 1);
        var items = found.subList(0, Math.min(PAGE, found.size()));
        var resting = bin.of(items.stream().map(Media::id).toList());
        return new BinPage(
                items.stream()
                        .filter(item -> resting.containsKey(item.id()))
                        .map(item -> line(item, Objects.requireNonNull(resting.get(item.id()))))
                        .toList(),
                found.size() <= PAGE ? "" : "/bin?after=" + Cursor.behind(items.getLast()),
                viewer.role().atLeast(Role.MANAGER),
                chosen,
                ask,
                problem);
    }

    private static BinPage.Line line(Media item, Bin.Resting resting) {
        var copy = resting.copy().orElse(null);
        return new BinPage.Line(
                item.id().toString(),
                item.title(),
                item.poster() == null ? null : MediaAddresses.poster(item),
                why(resting, copy),
                copy == null ? "" : copy == AtZoom.Copy.GONE ? "bad" : "ok",
                copy == null ? "upload" : copy == AtZoom.Copy.GONE ? "x" : "check",
                copy == null ? "Upload" : copy == AtZoom.Copy.GONE ? "Gone" : "Present",
                resting.deletedAt(),
                resting.purgedAt().orElse(null),
                Sizes.text(resting.bytes()));
    }

    private static String why(Bin.Resting resting, AtZoom.@Nullable Copy copy) {
        var who = resting.deletedBy().isEmpty() ? "" : "Deleted by " + resting.deletedBy() + ". ";
        if (copy == null) return who + "Never at Zoom.";
        return who
                + (copy == AtZoom.Copy.GONE
                        ? "This portal holds the only copy."
                        : "Its recording is not deleted at Zoom while it is here.");
    }
}
