package perennial.review;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import perennial.library.Facts;
import perennial.library.FactsOf;
import perennial.library.Media;
import perennial.library.MediaEditing;
import perennial.library.MediaId;
import perennial.library.MediaSettings;
import perennial.library.VisibleMedia;
import perennial.people.Person;
import perennial.people.Role;
import perennial.web.PortalException;

/** What waits for review, and what was decided, for Moderators and up. */
@Service
public class Queue {
    private final Submissions submissions;
    private final Decisions decisions;
    private final VisibleMedia visible;
    private final FactsOf facts;
    private final MediaEditing editing;

    Queue(Submissions submissions, Decisions decisions, VisibleMedia visible, FactsOf facts, MediaEditing editing) {
        this.submissions = submissions;
        this.decisions = decisions;
        this.visible = visible;
        this.facts = facts;
        this.editing = editing;
    }

    /** A submission with its item as it is. */
    public record Entry(Submission submission, Media item) {}

    /**
     * One page.
     *
     * @param next where the following one begins; empty at the end
     */
    public record Page(List<Entry> entries, String next) {}

    /**
     * One page of those with that outcome: what waits longest first, what is decided latest first.
     *
     * @param after what {@link Page#next} held; empty for the first
     * @throws PortalException 404 if {@code viewer} is no Moderator
     */
    public Page page(Outcome outcome, String after, int limit, Person viewer) {
        if (!moderates(viewer)) throw PortalException.notFound();
        var place = Place.of(after, outcome);
        var found = outcome == Outcome.WAITING
                ? submissions.queue(place, limit + 1)
                : submissions.decided(outcome, place, limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        var items = visible
                .among(viewer.id(), shown.stream().map(Submission::media).toList())
                .stream()
                .collect(toMap(Media::id, Function.identity(), (first, second) -> first));
        var entries = new ArrayList<Entry>();
        for (var submission : shown) {
            var item = items.get(submission.media());
            if (item != null) entries.add(new Entry(submission, item));
        }
        return new Page(
                entries,
                found.size() <= limit ? "" : Place.behind(shown.getLast()).toString());
    }

    /** The latest submission of one item; empty if there is none, or it is not for them. */
    public Optional<Entry> latest(MediaId id, Person viewer) {
        if (!moderates(viewer)) return Optional.empty();
        return visible.find(id, viewer.id())
                .flatMap(item -> submissions.latest(id).map(found -> new Entry(found, item)));
    }

    /** How many wait. */
    public int waiting() {
        return submissions.count();
    }

    /** What an edit changed in an item that had been approved; empty if it never was. */
    public List<Facts.Difference> changes(Entry entry) {
        return submissions
                .before(entry.submission().id())
                .map(before -> before.changedTo(facts.of(entry.item())))
                .orElse(List.of());
    }

    /** Who could view it, in words: names where they are chosen. */
    public String audience(Entry entry) {
        return facts.of(entry.item()).values().getOrDefault(Facts.Field.ACCESS, "");
    }

    /** Category, tags and whatever else its author set. */
    public MediaSettings settings(Entry entry) {
        return editing.of(entry.item());
    }

    /** Who approved it so far, by name. */
    public List<String> approvers(Entry entry) {
        return submissions.approvers(entry.submission().id());
    }

    /** Whether {@code by} must leave the decision to somebody else, as it is their own. */
    public boolean mustLeave(Entry entry, Person by) {
        return decisions.mustLeave(entry.item(), by);
    }

    private static boolean moderates(Person viewer) {
        return viewer.role().atLeast(Role.MODERATOR);
    }
}
