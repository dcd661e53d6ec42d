package perennial.search.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import perennial.library.Media;
import perennial.library.MediaAddresses;
import perennial.people.CurrentPerson;
import perennial.people.Person;
import perennial.search.Findings;
import perennial.search.Findings.Hit;
import perennial.search.Findings.Passage;
import perennial.search.Search;
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
    private final CurrentPerson current;

    SearchPages(Search search, CurrentPerson current) {
        this.search = search;
        this.current = current;
    }

    SearchPage page(String query, boolean byDate, String after) {
        var viewer = current.find().map(Person::id).orElse(null);
        var found = found(query, byDate, after);
        var address = "/search?q=" + UriUtils.encode(query, UTF_8);
        var byDateAddress = address + "&sort=newest";
        var next = found.next();
        return new SearchPage(
                query,
                found.hits().isEmpty() ? "" : says(found, query),
                address,
                byDateAddress,
                byDate,
                found.hits().stream().map(hit -> result(hit, query)).toList(),
                next == null ? "" : (byDate ? byDateAddress : address) + "&after=" + next,
                found.hits().isEmpty() && after.isEmpty() ? blank(query, viewer == null) : null);
    }

    /** The best few while somebody types {@code query}. */
    List<SearchPage.Result> hits(String query) {
        var viewer = current.find().map(Person::id).orElse(null);
        return search.typing(query, viewer, TYPING).hits().stream()
                .map(hit -> result(hit, query.strip()))
                .toList();
    }

    private Findings found(String query, boolean byDate, String after) {
        var viewer = current.find().map(Person::id).orElse(null);
        try {
            return search.published(query, viewer, byDate, after, PAGE);
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
        var watch = MediaAddresses.watch(media.id());
        return new SearchPage.Result(
                watch,
                hit.title(),
                media.authorName(),
                media.recordedAt(),
                Lengths.clock(media.length()),
                media.poster() == null ? null : MediaAddresses.poster(media),
                media.fromZoom(),
                hit.passages().stream().map(passage -> place(media, passage)).toList(),
                hit.further() == 0
                        ? ""
                        : hit.further() == 1 ? "1 more place" : "%,d more places".formatted(hit.further()),
                watch + "?q=" + UriUtils.encode(query, UTF_8));
    }

    private static SearchPage.Place place(Media media, Passage passage) {
        var from = passage.from() == null ? "" : passage.from();
        return new SearchPage.Place(
                MediaAddresses.watch(media.id()) + "?t=" + passage.at().toSeconds(),
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

    private static SearchPage.Blank blank(String query, boolean guest) {
        if (query.isEmpty()) {
            return new SearchPage.Blank(
                    "What are you looking for?",
                    "Type words of a title, a name, or something that was said or written in the chat.",
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
