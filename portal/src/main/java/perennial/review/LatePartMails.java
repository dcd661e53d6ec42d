package perennial.review;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import perennial.library.LatePartRefused;
import perennial.library.LatePartWaits;
import perennial.library.Library;
import perennial.library.MediaAddresses;
import perennial.mail.Mail;
import perennial.mail.Outbox;
import perennial.people.People;
import perennial.people.PersonStatus;
import perennial.settings.PortalSettings;
import perennial.web.PublicAddress;

/** The mails about parts that came late: to Moderators when one waits, to the author when it is kept out. Each is sent once. */
@Component
class LatePartMails {
    private final Outbox outbox;
    private final Moderators moderators;
    private final People people;
    private final Library library;
    private final PortalSettings settings;
    private final PublicAddress address;

    LatePartMails(
            Outbox outbox,
            Moderators moderators,
            People people,
            Library library,
            PortalSettings settings,
            PublicAddress address) {
        this.outbox = outbox;
        this.moderators = moderators;
        this.people = people;
        this.library = library;
        this.settings = settings;
        this.address = address;
    }

    @EventListener
    void waits(LatePartWaits part) {
        var item = library.find(part.id()).orElseThrow();
        for (var moderator : moderators.besides(item.author())) {
            outbox.queue(new Mail(
                    "late-part-waiting:%s:%d:%s".formatted(part.id(), part.version(), moderator.id()),
                    moderator.email(),
                    "A late part waits: " + item.title(),
                    """
                    Hello %s,

                    something came late to an approved video by %s in %s. The approved video stays up until you decide:

                    %s
                    %s
                    """.formatted(
                                    moderator.name(),
                                    item.authorName(),
                                    settings.name(),
                                    item.title(),
                                    address.of("/late-parts"))));
        }
    }

    /** To the author, unless they decided themselves or are blocked. */
    @EventListener
    void refused(LatePartRefused part) {
        var item = library.find(part.id()).orElseThrow();
        var author = people.byId(item.author()).orElseThrow();
        if (author.status() == PersonStatus.BLOCKED || part.by().id().equals(author.id())) return;
        outbox.queue(new Mail(
                "late-part-refused:%s:%d".formatted(part.id(), part.version()),
                author.email(),
                "A late part was kept out: " + item.title(),
                """
                Hello %s,

                %s kept what came late out of your video. It stays as it is:

                %s
                %s

                The reason:

                %s
                """.formatted(
                                author.name(),
                                part.by().name(),
                                item.title(),
                                address.of(MediaAddresses.watch(item.id())),
                                part.reason())));
    }
}
