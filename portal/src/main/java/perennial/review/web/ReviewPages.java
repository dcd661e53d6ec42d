package perennial.review.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.library.Media;
import perennial.library.MediaAddresses;
import perennial.library.MediaId;
import perennial.people.Person;
import perennial.people.Role;
import perennial.review.Outcome;
import perennial.review.Queue;
import perennial.web.Dates;
import perennial.web.Lengths;

/** Makes the review page. */
@Component
class ReviewPages {
    private static final int PAGE = 30;
    private static final Duration LONG = Duration.ofDays(2);

    private final Queue queue;
    private final Previews previews;
    private final Clock clock;

    ReviewPages(Queue queue, Previews previews, Clock clock) {
        this.queue = queue;
        this.previews = previews;
        this.clock = clock;
    }

    /**
     * What of the page is asked for.
     *
     * @param item the one to look at; absent: the first
     * @param chosen the ones that are ticked
     * @param ask the question to ask, see {@link ReviewPage#ask}
     * @param problem what was wrong with the last decision; empty if nothing
     */
    record Wish(Outcome show, String after, @Nullable MediaId item, Set<MediaId> chosen, String ask, String problem) {}

    ReviewPage page(Wish wish, Person viewer) {
        var page = queue.page(wish.show(), wish.after(), PAGE, viewer);
        var open = open(page.entries(), wish, viewer);
        int waiting = queue.waiting();
        return new ReviewPage(
                wish.show().word(),
                headline(wish.show(), waiting, page.entries()),
                page.entries().stream().map(entry -> line(entry, wish, open)).toList(),
                page.next().isEmpty()
                        ? ""
                        : "/review?show=%s&after=%s".formatted(wish.show().word(), page.next()),
                open == null ? null : previews.of(open, viewer),
                wish.show() == Outcome.WAITING && viewer.role().atLeast(Role.MANAGER) ? waiting : 0,
                wish.ask(),
                wish.problem());
    }

    private Queue.@Nullable Entry open(List<Queue.Entry> entries, Wish wish, Person viewer) {
        var asked = wish.item();
        if (asked == null) return entries.isEmpty() ? null : entries.getFirst();
        var there = entries.stream()
                .filter(entry -> entry.item().id().equals(asked))
                .findFirst()
                .or(() -> queue.latest(asked, viewer));
        return there.or(() -> entries.stream().findFirst()).orElse(null);
    }

    private ReviewPage.Line line(Queue.Entry entry, Wish wish, Queue.@Nullable Entry open) {
        var item = entry.item();
        var waited = Duration.between(entry.submission().submittedAt(), clock.instant());
        var id = item.id();
        return new ReviewPage.Line(
                id + "@" + item.changedAt(),
                item.title(),
                item.authorName(),
                Lengths.clock(item.length()),
                picture(item),
                "/review?show=%s&item=%s".formatted(wish.show().word(), id)
                        + (wish.after().isEmpty() ? "" : "&after=" + wish.after()),
                open != null && open.submission().id().equals(entry.submission().id()),
                wish.show() == Outcome.WAITING ? waits(entry, waited) : decided(entry),
                wish.show() == Outcome.WAITING && waited.compareTo(LONG) >= 0,
                wish.chosen().contains(id));
    }

    private static String waits(Queue.Entry entry, Duration waited) {
        var since = "Waiting " + roughly(waited);
        return entry.submission().edited() ? since + " · edited after approval" : since;
    }

    private static String decided(Queue.Entry entry) {
        var submission = entry.submission();
        Instant at = Objects.requireNonNull(submission.decidedAt());
        return submission.deciderName().isEmpty()
                ? Dates.moment(at)
                : submission.deciderName() + ", " + Dates.moment(at);
    }

    private static String headline(Outcome show, int waiting, List<Queue.Entry> entries) {
        if (show == Outcome.APPROVED) return "What was approved, the latest first.";
        if (show == Outcome.REJECTED) return "What was rejected, the latest first.";
        if (waiting == 0) return "Nothing waits for a decision.";
        var count =
                waiting == 1 ? "1 video waits for a decision." : "%,d videos wait for a decision.".formatted(waiting);
        return entries.isEmpty() ? count : count + " The one at the top has waited longest.";
    }

    /** One unit only: "38 min", "6 h", "2 days". */
    private static String roughly(Duration waited) {
        if (waited.compareTo(Duration.ofMinutes(1)) < 0) return "less than a minute";
        if (waited.compareTo(Duration.ofHours(1)) < 0) return waited.toMinutes() + " min";
        if (waited.compareTo(Duration.ofDays(1)) < 0) return waited.toHours() + " h";
        return Lengths.words(waited);
    }

    static @Nullable String picture(Media item) {
        return Optional.ofNullable(item.poster())
                .map(poster -> MediaAddresses.poster(item))
                .orElse(null);
    }
}
