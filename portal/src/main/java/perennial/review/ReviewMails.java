package perennial.review;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.library.Media;
import perennial.library.MediaAddresses;
import perennial.mail.Mail;
import perennial.mail.Outbox;
import perennial.people.People;
import perennial.people.Person;
import perennial.people.PersonStatus;
import perennial.settings.PortalSettings;
import perennial.web.PublicAddress;

/** The mails about a review: to Moderators when something waits, to the author when it is decided. Each is sent once. */
@Component
class ReviewMails {
    private final Outbox outbox;
    private final Moderators moderators;
    private final People people;
    private final PortalSettings settings;
    private final PublicAddress address;

    ReviewMails(Outbox outbox, Moderators moderators, People people, PortalSettings settings, PublicAddress address) {
        this.outbox = outbox;
        this.moderators = moderators;
        this.people = people;
        this.settings = settings;
        this.address = address;
    }

    void handedIn(SubmissionId submission, Media item) {
        for (var moderator : moderators.besides(item.author())) {
            outbox.queue(new Mail(
                    "review-waiting:%s:%s".formatted(submission, moderator.id()),
                    moderator.email(),
                    "Waits for review: " + item.title(),
                    """
                    Hello %s,

                    a video by %s waits for review in %s:

                    %s
                    %s
                    """.formatted(
                                    moderator.name(),
                                    item.authorName(),
                                    settings.name(),
                                    item.title(),
                                    address.of("/review?item=" + item.id()))));
        }
    }

    /** To the author, unless they decided themselves or are blocked. */
    void decided(SubmissionId submission, Media item, Outcome outcome, @Nullable Person by, String note) {
        var author = people.byId(item.author()).orElseThrow();
        if (author.status() == PersonStatus.BLOCKED || (by != null && by.id().equals(author.id()))) return;
        var subject = switch (outcome) {
            case APPROVED -> "Published: ";
            case REJECTED -> "Not published: ";
            default -> "Back among your drafts: ";
        };
        outbox.queue(new Mail(
                "review-decided:" + submission,
                author.email(),
                subject + item.title(),
                text(author, item, outcome, by == null ? settings.name() : by.name(), note)));
    }

    private String text(Person author, Media item, Outcome outcome, String by, String note) {
        var what = switch (outcome) {
            case APPROVED -> "%s approved your video. Those it is for can watch it now:";
            case REJECTED ->
                "%s did not approve your video. It stays among your drafts; change it and publish it again:";
            default -> "%s put your video back among your drafts:";
        };
        var reason = note.isBlank() ? "" : "\nThe reason:\n\n" + note.strip() + "\n";
        return """
                Hello %s,

                %s

                %s
                %s
                %s""".formatted(
                author.name(), what.formatted(by), item.title(), address.of(MediaAddresses.watch(item.id())), reason);
    }
}
