package perennial.search.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import perennial.library.Labels;
import perennial.library.Media;
import perennial.library.MediaAddresses;
import perennial.library.MediaFilter;
import perennial.library.MediaOrder;
import perennial.library.Shelves;
import perennial.library.web.FilterBar;
import perennial.library.web.Filters;
import perennial.people.CurrentPerson;
import perennial.people.Person;
import perennial.people.PersonId;
import perennial.search.Findings;
import perennial.search.Findings.Hit;
import perennial.search.Findings.Passage;
import perennial.search.Search;
import perennial.web.Dates;
import perennial.web.Lengths;
import perennial.web.PortalException;

/** Makes what the search shows. */
@Component
class SearchPages {
    private static final int PAGE = 20;
    private static final int TYPING = 6;
    private static final List<SearchPage.Tip> TIPS = List.of(
            new SearchPage.Tip("two words", "both are in the video, anywhere in it"),
            new SearchPage.Tip("\"in a row\"", "exactly these words, one after the other"),
            new SearchPage.Tip("-word", "not the videos that have this word"),
            new SearchPage.Tip("begin*", "all words that begin like this"));

    private final Search search;
    private final Shelves shelves;
    private final Labels labels;
    private final CurrentPerson current;
    private final Clock clock;

    SearchPages(Search search, Shelves shelves, Labels labels, CurrentPerson current, Clock clock) {
        this.search = search;
        this.shelves = shelves;
        this.labels = labels;
        this.current = current;
        this.clock = clock;
    }

    SearchPage page(String query, Filters filters, boolean byDate, String after) {
        var viewer = current.find().map(Person::id).orElse(null);
        var filter = filters.filter(Dates.zone(), clock.instant());
        var found = found(query, viewer, filter, byDate, after);
        var words = "/search?q=" + UriUtils.encode(query, UTF_8);
        var best = words + filters.query();
        var newest = best + "&sort=newest";
        var next = found.next();
        return new SearchPage(
                query,
                found.hits().isEmpty() ? "" : says(found, query),
                best,
                newest,
                byDate,
                after.isEmpty() && !query.isEmpty() ? bar(query, filters, filter, byDate, viewer, words) : null,
                found.hits().stream().map(hit -> result(hit, query)).toList(),
                next == null ? "" : (byDate ? newest : best) + "&after=" + next,
                found.hits().isEmpty() && after.isEmpty() ? blank(query, filters, viewer == null) : null);
    }

    /** With everybody whose videos the viewer may see; how many of those fit the words is not counted. */
    private FilterBar bar(
            String query,
            Filters filters,
            MediaFilter filter,
            boolean byDate,
            @Nullable PersonId viewer,
            String words) {
        var hosts = shelves.counts(viewer, filter.ofHosts(), MediaOrder.NEWEST).hosts();
        var found = labels.of(viewer, MediaFilter.ALL);
        var kept = List.of(new FilterBar.Kept("q", query), new FilterBar.Kept("sort", byDate ? "newest" : ""));
        return FilterBar.of(
                "/search",
                kept,
                filters,
                new Shelves.Counts(0, false, hosts, false),
                new Labels.Found(found.categories(), found.tags(), false),
                byDate ? words + "&sort=newest" : words);
    }

    /** The best few while somebody types {@code query}. */
    List<SearchPage.Result> hits(String query) {
        var viewer = current.find().map(Person::id).orElse(null);
        return search.typing(query, viewer, TYPING).hits().stream()
                .map(hit -> result(hit, query.strip()))
                .toList();
    }

    private Findings found(String query, @Nullable PersonId viewer, MediaFilter filter, boolean byDate, String after) {
        try {
            return search.published(query, viewer, filter, byDate, after, PAGE);
        } catch (IllegalArgumentException e) {
            throw PortalException.badRequest(
                    "unknown-place", "This link to further results is broken", "Search again and go on from there.");
        }
    }

    private static String says(Findings found, String query) {
        if (found.alike()) return "No video has “%s”. These have words spelt like it.".formatted(query);
        if (found.more()) return "%,d+ videos you may see".formatted(found.total());
        return found.total() == 1 ? "1 video you may see" : "%,d videos you may see".formatted(found.total());
    }

    private static SearchPage.Result result(Hit hit, String query) {
        var media = hit.media();
        var words = "q=" + UriUtils.encode(query, UTF_8);
        var watch = MediaAddresses.watch(media.id()) + "?" + words;
        return new SearchPage.Result(
                watch,
                hit.title(),
                media.authorName(),
                media.recordedAt(),
                Lengths.clock(media.length()),
                media.poster() == null ? null : MediaAddresses.poster(media),
                media.fromZoom(),
                hit.passages().stream()
                        .map(passage -> place(media, passage, words))
                        .toList(),
                hit.further() == 0
                        ? ""
                        : hit.further() == 1 ? "1 more place" : "%,d more places".formatted(hit.further()),
                watch);
    }

    private static SearchPage.Place place(Media media, Passage passage, String words) {
        var from = passage.from() == null ? "" : passage.from();
        return new SearchPage.Place(
                MediaAddresses.watch(media.id())
                        + "?t=%d&%s".formatted(passage.at().toSeconds(), words),
                Lengths.clock(passage.at()),
                switch (passage.place()) {
                    case DESCRIPTION -> "align-left";
                    case TRANSCRIPT -> "quote";
                    case CHAT -> "message-circle";
                },
                switch (passage.place()) {
                    case DESCRIPTION -> "Description";
                    case TRANSCRIPT -> from.isBlank() ? "Said" : from;
                    case CHAT -> from.isBlank() ? "In the chat" : from + ", in the chat";
                },
                passage.text());
    }

    private static SearchPage.Blank blank(String query, Filters filters, boolean guest) {
        if (query.isEmpty()) {
            return new SearchPage.Blank(
                    "What are you looking for?",
                    "Type words of a title, a name, or something that was said or written in the chat.",
                    TIPS);
        }
        if (!filters.none()) {
            return new SearchPage.Blank(
                    "Nothing found for “%s” with these filters".formatted(query),
                    "Clear the filters to look everywhere, or try other words.",
                    TIPS);
        }
        return new SearchPage.Blank(
                "Nothing found for “%s”".formatted(query),
                guest
                        ? "No public video has these words. Sign in to search what is shared with you."
                        : "No video that you may see has these words. Try fewer or other ones.",
                TIPS);
    }
}
