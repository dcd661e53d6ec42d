package perennial.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.library.Media;
import perennial.library.MediaFilter;
import perennial.library.MediaSearch;
import perennial.library.MediaStatus;
import perennial.library.VisibleMedia;
import perennial.people.PersonId;
import perennial.search.SearchTable.Line;
import perennial.search.SearchTable.Ranked;
import perennial.search.SearchTable.Understood;

/** Finds items by words, for whoever asks: what they may not see is neither shown nor counted. */
@Service
public class Search implements MediaSearch {
    private static final int PASSAGES = 3;
    private static final int MOST_TYPING = 150;

    private final SearchTable table;
    private final Spelling spelling;
    private final VisibleMedia visible;

    Search(SearchTable table, Spelling spelling, VisibleMedia visible) {
        this.table = table;
        this.spelling = spelling;
        this.visible = visible;
    }

    /**
     * Published items that fit {@code query}: words that must all be there, {@code "words in a row"}, {@code -words} that
     * must not, {@code beginnings*}. Where nothing fits, words count that are spelt alike.
     *
     * @param viewer null for a guest
     * @param filter among which items to look
     * @param newest newest first rather than best
     * @param after where an earlier page said that the next one begins; empty for the first page
     * @throws IllegalArgumentException if {@code after} is not of our making
     */
    @Transactional(readOnly = true)
    public Findings published(
            String query, @Nullable PersonId viewer, MediaFilter filter, boolean newest, String after, int limit) {
        var scope = Scope.published(viewer, filter);
        var asked = Query.of(query, false);
        if (asked.isEmpty()) return Findings.NONE;
        table.planAnew();
        var found = find(asked, scope, newest, Rank.of(after), Findings.MOST, PASSAGES, limit);
        if (!found.hits().isEmpty() || !after.isEmpty()) return found;
        var corrected = spelling.corrected(asked);
        if (corrected.equals(asked)) return found;
        var alike = find(corrected, scope, newest, Rank.START, Findings.MOST, PASSAGES, limit);
        if (alike.hits().isEmpty()) return found;
        return new Findings(alike.hits(), alike.total(), alike.more(), true, null);
    }

    /** The same while it is typed: the last word may not be whole, and a few of the newest must do. */
    @Transactional(readOnly = true)
    public Findings typing(String query, @Nullable PersonId viewer, int limit) {
        var asked = Query.of(query, true);
        if (asked.isEmpty()) return Findings.NONE;
        table.planAnew();
        return find(asked, Scope.published(viewer, MediaFilter.ALL), false, Rank.START, MOST_TYPING, 1, limit);
    }

    /** Published items whose title, people or description have something of the title of {@code item}. */
    @Transactional(readOnly = true)
    public List<Media> related(Media item, @Nullable PersonId viewer, int limit) {
        var title = Query.of(item.title().replaceAll("[-*\"“”„«»]", " "), false);
        if (title.isEmpty()) return List.of();
        table.planAnew();
        var scope = Scope.published(viewer, MediaFilter.ALL);
        return visible.among(viewer, table.related(item.id(), title, scope, MOST_TYPING, limit));
    }

    @Override
    @Transactional(readOnly = true)
    public Found find(
            String query,
            @Nullable PersonId viewer,
            @Nullable MediaStatus status,
            MediaFilter filter,
            String cursor,
            int limit) {
        var after = Rank.of(cursor);
        var asked = Query.of(query, false);
        if (asked.isEmpty()) return new Found(List.of(), null);
        table.planAnew();
        var found = find(asked, Scope.of(viewer, status, filter), false, after, Findings.MOST, PASSAGES, limit);
        return new Found(found.hits().stream().map(Search::plain).toList(), found.next());
    }

    private static MediaSearch.Hit plain(Findings.Hit hit) {
        return new MediaSearch.Hit(
                hit.media(),
                hit.passages().stream()
                        .map(one -> new MediaSearch.Passage(
                                one.place(), one.at(), one.from(), one.text().plain()))
                        .toList());
    }

    private Findings find(Query query, Scope scope, boolean newest, Rank after, int most, int passages, int limit) {
        var understood = table.understand(query);
        var ranked = table.find(understood, query.inARow(), scope, newest, after, most, limit + 1);
        if (ranked.isEmpty()) return Findings.NONE;
        var page = ranked.subList(0, Math.min(limit, ranked.size()));
        var media = visible.among(scope.viewer(), page.stream().map(Ranked::id).toList());
        var lines = table.lines(understood, scope, media.stream().map(Media::id).toList(), passages);
        var total = ranked.getFirst().found();
        return new Findings(
                hits(query, understood, media, lines),
                Math.min(total, most),
                total > most,
                false,
                ranked.size() > limit ? page.getLast().place().toString() : null);
    }

    private List<Findings.Hit> hits(Query query, Understood understood, List<Media> media, List<Line> lines) {
        var texts = Stream.concat(
                media.stream().flatMap(item -> Stream.of(item.title(), item.description())),
                lines.stream().map(Line::text));
        var marker =
                new Marker(table.forms(Marker.words(texts)), new HashSet<>(understood.forms()), query.beginnings());
        var byItem = lines.stream()
                .collect(Collectors.groupingBy(line -> line.media().value()));
        return media.stream()
                .map(item -> hit(item, byItem.getOrDefault(item.id().value(), List.of()), marker))
                .toList();
    }

    private static Findings.Hit hit(Media item, List<Line> lines, Marker marker) {
        var passages = new ArrayList<Findings.Passage>();
        var about = marker.snippet(item.description());
        if (about.any()) passages.add(new Findings.Passage(MediaSearch.Place.DESCRIPTION, Duration.ZERO, null, about));
        for (var line : lines) {
            passages.add(new Findings.Passage(
                    line.chat() ? MediaSearch.Place.CHAT : MediaSearch.Place.TRANSCRIPT,
                    line.at(),
                    line.who(),
                    marker.mark(line.text())));
        }
        var further = lines.isEmpty() ? 0 : lines.getFirst().found() - lines.size();
        return new Findings.Hit(item, marker.mark(item.title()), List.copyOf(passages), further);
    }
}
