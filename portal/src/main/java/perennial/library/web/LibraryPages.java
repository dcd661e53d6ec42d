package perennial.library.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import perennial.library.Labels;
import perennial.library.Media;
import perennial.library.MediaId;
import perennial.library.MediaOrder;
import perennial.library.ShelfCursor;
import perennial.library.Shelves;
import perennial.library.VisibleMedia;
import perennial.library.Watching;
import perennial.library.Watching.Watched;
import perennial.people.CurrentPerson;
import perennial.people.Person;
import perennial.web.Dates;
import perennial.web.Lengths;
import perennial.web.PortalException;

/** Makes the library page for whoever asks. */
@Component
class LibraryPages {
    private static final int PAGE = 24;
    private static final int RESUMES = 3;

    private final Shelves published;
    private final Labels labels;
    private final VisibleMedia visible;
    private final VideoCards cards;
    private final EmptyLibrary empty;
    private final ObjectProvider<Watching> watching;
    private final CurrentPerson current;
    private final Clock clock;

    LibraryPages(
            Shelves published,
            Labels labels,
            VisibleMedia visible,
            VideoCards cards,
            EmptyLibrary empty,
            ObjectProvider<Watching> watching,
            CurrentPerson current,
            Clock clock) {
        this.published = published;
        this.labels = labels;
        this.visible = visible;
        this.cards = cards;
        this.empty = empty;
        this.watching = watching;
        this.current = current;
        this.clock = clock;
    }

    /**
     * One page. What only the first one shows is asked for only there.
     *
     * @param after where the page before ended; empty for the first one
     */
    LibraryPage page(LibraryLook look, String after) {
        var person = current.find().orElse(null);
        var viewer = person == null ? null : person.id();
        var filter = look.filters().filter(Dates.zone(), clock.instant());
        var cursor = cursor(look.order(), after);
        var page = published.page(viewer, filter, look.order(), cursor, PAGE);
        var first = after.isEmpty();
        var begun = first && person != null && look.filters().none() ? begun(person) : List.<Media>of();
        var known = watching.getObject()
                .of(
                        Stream.concat(begun.stream(), page.items().stream())
                                .map(Media::id)
                                .distinct()
                                .toList(),
                        viewer);
        var counts = first ? published.counts(viewer, filter, look.order()) : null;
        var bar = counts == null || (counts.hosts().isEmpty() && look.filters().none())
                ? null
                : FilterBar.of(
                        "/library",
                        kept(look),
                        look.filters(),
                        counts,
                        labels.of(viewer, filter),
                        look.without().address());
        return new LibraryPage(
                begun.stream().map(item -> resume(item, known)).toList(),
                bar,
                orders(look.order()),
                look.list(),
                look.as(false).address(),
                look.as(true).address(),
                shelves(page.items(), known, look.order(), cursor),
                counts == null ? "" : count(counts),
                page.next() == null ? "" : look.after(page.next()),
                first && page.items().isEmpty() ? empty.blank(look, person) : null);
    }

    private static ShelfCursor cursor(MediaOrder order, String after) {
        try {
            return ShelfCursor.of(order, after);
        } catch (IllegalArgumentException e) {
            throw PortalException.badRequest(
                    "unknown-place", "This link into the library is broken", "Open the library and go on from there.");
        }
    }

    private List<Media> begun(Person person) {
        var ids = watching.getObject().unfinished(person.id(), RESUMES);
        return ids.isEmpty() ? List.of() : visible.published(person.id(), ids);
    }

    private LibraryPage.Resume resume(Media item, Map<MediaId, Watched> known) {
        var watched = known.getOrDefault(item.id(), Watched.NEVER);
        return new LibraryPage.Resume(
                cards.card(item, watched), left(item.length().minus(watched.position())));
    }

    private static String left(Duration left) {
        var minutes = left.toMinutes();
        return minutes < 1 ? "Less than a minute left" : Lengths.words(Duration.ofMinutes(minutes)) + " left";
    }

    /** The newest by stretches of time; in any other order all in one. */
    private List<Shelf> shelves(List<Media> items, Map<MediaId, Watched> known, MediaOrder order, ShelfCursor after) {
        var stretches = new Stretches(LocalDate.ofInstant(clock.instant(), Dates.zone()), Dates.zone());
        var byStretch = new LinkedHashMap<String, List<VideoCard>>();
        for (var item : items) {
            var stretch = order == MediaOrder.NEWEST ? stretches.of(item.recordedAt()) : order.label();
            byStretch
                    .computeIfAbsent(stretch, name -> new ArrayList<>())
                    .add(cards.card(item, known.getOrDefault(item.id(), Watched.NEVER)));
        }
        var begun = after.equals(ShelfCursor.START)
                ? null
                : after.key() instanceof OffsetDateTime at ? stretches.of(at.toInstant()) : order.label();
        return byStretch.entrySet().stream()
                .map(stretch -> shelf(stretch, begun))
                .toList();
    }

    private static Shelf shelf(Map.Entry<String, List<VideoCard>> stretch, @Nullable String begun) {
        var heading = stretch.getKey().equals(begun) ? "" : stretch.getKey();
        return new Shelf(heading, List.copyOf(stretch.getValue()));
    }

    private static List<FilterBar.Kept> kept(LibraryLook look) {
        return List.of(new FilterBar.Kept("view", look.list() ? "list" : ""));
    }

    private static List<FilterBar.Choice> orders(MediaOrder chosen) {
        return Arrays.stream(MediaOrder.values())
                .map(order -> new FilterBar.Choice(order.word(), order.label(), order == chosen))
                .toList();
    }

    private static String count(Shelves.Counts counts) {
        if (counts.total() == 1) return "1 video";
        return "%,d%s videos".formatted(counts.total(), counts.more() ? "+" : "");
    }

    /** One card again, for a page that waits for its poster. */
    VideoCard card(Media item) {
        return cards.of(List.of(item), current.find().map(Person::id).orElse(null))
                .getFirst();
    }
}
