package perennial.library.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import perennial.library.Cursor;
import perennial.library.Media;
import perennial.library.VisibleMedia;
import perennial.library.Watching;
import perennial.people.CurrentPerson;
import perennial.people.Person;
import perennial.people.PersonId;
import perennial.people.Role;
import perennial.web.Dates;
import perennial.web.Lengths;

/** Makes the library page for whoever asks. */
@Component
class LibraryPages {
    private static final int PAGE = 24;
    private static final int RESUMES = 3;

    private final VisibleMedia visible;
    private final VideoCards cards;
    private final ObjectProvider<Watching> watching;
    private final CurrentPerson current;
    private final Clock clock;

    LibraryPages(
            VisibleMedia visible,
            VideoCards cards,
            ObjectProvider<Watching> watching,
            CurrentPerson current,
            Clock clock) {
        this.visible = visible;
        this.cards = cards;
        this.watching = watching;
        this.current = current;
        this.clock = clock;
    }

    /**
     * @param query words of a title; empty for all
     */
    LibraryPage page(String query, Cursor after) {
        var person = current.find().orElse(null);
        var viewer = person == null ? null : person.id();
        var found = visible.published(viewer, query, after, PAGE + 1);
        var items = found.subList(0, Math.min(PAGE, found.size()));
        var last = found.size() <= PAGE;
        var first = after.equals(Cursor.START);
        return new LibraryPage(
                query,
                first && query.isEmpty() && viewer != null ? resumes(viewer) : List.of(),
                shelves(items, viewer, after),
                first && last && !items.isEmpty() ? count(items.size()) : "",
                last ? "" : more(query, Cursor.behind(items.getLast())),
                items.isEmpty() && first ? blank(query, person) : null);
    }

    private List<LibraryPage.Resume> resumes(PersonId viewer) {
        var ids = watching.getObject().unfinished(viewer, RESUMES);
        var items = visible.published(viewer, ids);
        var known = watching.getObject().of(ids, viewer);
        var resumes = new ArrayList<LibraryPage.Resume>();
        for (var i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var position = Objects.requireNonNull(known.get(item.id())).position();
            resumes.add(new LibraryPage.Resume(
                    cards.of(List.of(item), viewer).getFirst(),
                    left(item.length().minus(position))));
        }
        return resumes;
    }

    private static String left(Duration left) {
        var minutes = left.toMinutes();
        return minutes < 1 ? "Less than a minute left" : Lengths.words(Duration.ofMinutes(minutes)) + " left";
    }

    private List<Shelf> shelves(List<Media> items, @Nullable PersonId viewer, Cursor after) {
        var stretches = new Stretches(LocalDate.ofInstant(clock.instant(), Dates.zone()), Dates.zone());
        var byStretch = new LinkedHashMap<String, List<VideoCard>>();
        for (var card : cards.of(items, viewer)) {
            byStretch
                    .computeIfAbsent(stretches.of(card.recordedAt()), name -> new ArrayList<>())
                    .add(card);
        }
        var begun = after.equals(Cursor.START) ? null : stretches.of(after.at().toInstant());
        return byStretch.entrySet().stream()
                .map(stretch -> shelf(stretch, begun))
                .toList();
    }

    private static Shelf shelf(Map.Entry<String, List<VideoCard>> stretch, @Nullable String begun) {
        var heading = stretch.getKey().equals(begun) ? "" : stretch.getKey();
        return new Shelf(heading, List.copyOf(stretch.getValue()));
    }

    private static String more(String query, Cursor behind) {
        var address = "/library?after=" + behind;
        return query.isEmpty() ? address : address + "&q=" + UriUtils.encode(query, UTF_8);
    }

    private static String count(int videos) {
        return videos == 1 ? "1 video" : videos + " videos";
    }

    private LibraryPage.Blank blank(String query, @Nullable Person person) {
        if (!query.isEmpty()) {
            return new LibraryPage.Blank(
                    "No title fits",
                    "No video that you may see has “%s” in its title.".formatted(query),
                    "/library",
                    "Show all videos");
        }
        if (person == null) {
            return new LibraryPage.Blank(
                    "Nothing is public yet", "Sign in to see what is shared with you.", "/sign-in", "Sign in");
        }
        if (visible.draftCount(person.id()) > 0) {
            return new LibraryPage.Blank(
                    "Nothing is published yet",
                    "Your videos wait among your drafts. Publish one, and it appears here.",
                    "/drafts",
                    "Open your drafts");
        }
        if (person.role().atLeast(Role.MANAGER)) {
            return new LibraryPage.Blank(
                    "No videos yet",
                    "Connect Zoom and switch it on: from then on each cloud recording appears here.",
                    "/zoom",
                    "Go to Apps › Zoom");
        }
        return new LibraryPage.Blank(
                "No videos yet", "What is published and shared with you appears here, the newest first.", "", "");
    }

    /** One card again, for a page that waits for its poster. */
    VideoCard card(Media item) {
        return cards.of(List.of(item), current.find().map(Person::id).orElse(null))
                .getFirst();
    }
}
