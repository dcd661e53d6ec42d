package perennial.library;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.jobs.WantedJobs;
import perennial.people.People;
import perennial.settings.PortalSettings;

/** Takes media in and keeps them up to date. Every method joins the caller's transaction, or opens one. */
@Service
public class Library {
    private final MediaTable media;
    private final Versions versions;
    private final Links links;
    private final Moves moves;
    private final People people;
    private final PortalSettings settings;
    private final WantedJobs jobs;

    Library(
            MediaTable media,
            Versions versions,
            Links links,
            Moves moves,
            People people,
            PortalSettings settings,
            WantedJobs jobs) {
        this.media = media;
        this.versions = versions;
        this.links = links;
        this.moves = moves;
        this.people = people;
        this.settings = settings;
        this.jobs = jobs;
    }

    /**
     * Adds an item and queues the job that makes its poster. What becomes of the wish: a draft stays one; an item to be
     * published is published at once or, where the portal moderates, waits in review: what an import brings whoever its author is, what
     * Moderators and up bring themselves only where the settings say so. Who may
     * see it, and do what with it, is what the portal's default publish settings say.
     *
     * <p>Idempotent: where the source is there already, that item's id is returned and nothing changes. What was purged stays so.
     */
    @Transactional
    public MediaId add(NewMedia item) {
        var purged = media.bySource(item.source()).filter(media::purged);
        if (purged.isPresent()) return purged.orElseThrow();
        var id = MediaId.random();
        var portal = settings.current();
        var author = people.byId(item.author()).orElseThrow();
        var moderated = Moderation.rules(portal, author, item.imported());
        var status = item.wish() == Wish.DRAFT ? MediaStatus.DRAFT : Moderation.published(moderated);
        if (!media.insert(id, item, status, moderated, portal.defaultPublish())) {
            return media.bySource(item.source()).orElseThrow();
        }
        links.keep(id, Access.ofWord(portal.defaultPublish().access()));
        versions.first(id, item.content());
        moves.begun(id, status);
        jobs.ask(PosterJob.POSTER, "media", id.value());
        return id;
    }

    /** The item that was added from {@code source}, in whatever status, also if it was purged since. */
    public Optional<MediaId> bySource(String source) {
        return media.bySource(source);
    }

    /** An item in whatever status, for the portal's own work, such as a mail about it: nobody's rights are asked. */
    public Optional<Media> find(MediaId id) {
        return media.find(id);
    }

    /** Where an item stands; empty if there is no such item (any more). */
    public Optional<MediaStatus> status(MediaId id) {
        return media.status(id);
    }
}
