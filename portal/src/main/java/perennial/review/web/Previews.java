package perennial.review.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import perennial.library.Contents;
import perennial.library.Facts;
import perennial.library.MediaAddresses;
import perennial.library.MediaContent;
import perennial.library.MediaStatus;
import perennial.library.StatusBadge;
import perennial.people.Person;
import perennial.review.Outcome;
import perennial.review.Queue;
import perennial.web.Dates;
import perennial.web.Lengths;

/** Makes the part of the review page on which one video is looked at. */
@Component
class Previews {
    private final Queue queue;
    private final Contents contents;

    Previews(Queue queue, Contents contents) {
        this.queue = queue;
        this.contents = contents;
    }

    ReviewPage.Preview of(Queue.Entry entry, Person viewer) {
        var item = entry.item();
        var content = contents.of(item, viewer.id());
        var waits = entry.submission().outcome() == Outcome.WAITING && item.status() == MediaStatus.IN_REVIEW;
        var own = waits && queue.mustLeave(entry, viewer);
        return new ReviewPage.Preview(
                item.id().toString(),
                item.title(),
                item.authorName(),
                item.recordedAt(),
                sent(entry),
                Lengths.clock(item.length()),
                item.fromZoom(),
                StatusBadge.of(item.status()),
                ReviewPages.picture(item),
                content.views().isEmpty()
                        ? ""
                        : MediaAddresses.playing(
                                item, content.views().getFirst().name()),
                content.captions().stream()
                        .map(one -> new ReviewPage.Captions(
                                one.tag(), one.label(), MediaAddresses.captions(item.id(), one.tag())))
                        .toList(),
                item.description(),
                item.changedAt().toString(),
                waits,
                waits && !own,
                entry.submission().approvals() + 1 >= entry.submission().needed() ? "Approve and publish" : "Approve",
                note(entry, waits, own),
                facts(entry, content),
                queue.changes(entry).stream()
                        .map(one -> new ReviewPage.Change(
                                one.field().label(), shown(one.field(), one.before()), shown(one.field(), one.after())))
                        .toList());
    }

    private static String sent(Queue.Entry entry) {
        var submission = entry.submission();
        var by = submission.submitterName().isEmpty() ? "an import" : submission.submitterName();
        if (submission.submittedBy() == null && entry.item().fromZoom()) by = "the Zoom app";
        return "Sent by %s, %s".formatted(by, Dates.moment(submission.submittedAt()));
    }

    private static String note(Queue.Entry entry, boolean waits, boolean own) {
        var submission = entry.submission();
        if (own) return "This is your own video. Another Moderator has to decide about it.";
        if (waits) return "";
        var at = submission.decidedAt();
        if (at == null) return "";
        var who = submission.deciderName().isEmpty() ? "" : " by " + submission.deciderName();
        var what = switch (submission.outcome()) {
            case APPROVED -> "Approved";
            case REJECTED -> "Rejected";
            case RETURNED -> "Returned to draft";
            default -> "Taken back";
        };
        var why = submission.note().isEmpty() ? "." : ": " + submission.note();
        return what + who + ", " + Dates.moment(at) + why;
    }

    private static String shown(Facts.Field field, String value) {
        return switch (field) {
            case AVAILABLE_FROM, AVAILABLE_UNTIL -> value.isEmpty() ? "Always" : Dates.moment(Instant.parse(value));
            default -> value.isEmpty() ? "Nothing" : value;
        };
    }

    private List<ReviewPage.Fact> facts(Queue.Entry entry, MediaContent content) {
        var item = entry.item();
        var submission = entry.submission();
        var facts = new ArrayList<ReviewPage.Fact>();
        facts.add(new ReviewPage.Fact("Would be seen by", queue.audience(entry)));
        var settings = queue.settings(entry);
        var category = settings.category();
        if (category != null) facts.add(new ReviewPage.Fact("Category", category.name()));
        if (!settings.tags().isEmpty()) facts.add(new ReviewPage.Fact("Tags", String.join(", ", settings.tags())));
        facts.add(new ReviewPage.Fact("Downloads", item.allowed().download() ? "Allowed" : "Off"));
        facts.add(new ReviewPage.Fact(
                "Transcript",
                content.captions().isEmpty()
                        ? "None"
                        : String.join(
                                ", ",
                                content.captions().stream()
                                        .map(MediaContent.Language::label)
                                        .toList())));
        facts.add(new ReviewPage.Fact("Chat", messages(content.chat().size())));
        if (content.chapters().size() > 1) {
            facts.add(new ReviewPage.Fact(
                    "Chapters", Integer.toString(content.chapters().size())));
        }
        var approvers = queue.approvers(entry);
        var count = "%d of %d needed".formatted(submission.approvals(), submission.needed());
        facts.add(new ReviewPage.Fact(
                "Approvals", approvers.isEmpty() ? count : count + ", by " + String.join(", ", approvers)));
        return facts;
    }

    private static String messages(int number) {
        if (number == 0) return "None";
        return number == 1 ? "1 message" : "%,d messages".formatted(number);
    }
}
