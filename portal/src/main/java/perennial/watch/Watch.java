package perennial.watch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import perennial.library.Access;
import perennial.library.Contents;
import perennial.library.Labels;
import perennial.library.Media;
import perennial.library.MediaChanges;
import perennial.library.MediaContent;
import perennial.library.MediaEditing;
import perennial.library.MediaId;
import perennial.library.SpokenLine;
import perennial.library.UnknownMedia;
import perennial.library.VisibleBytes;
import perennial.library.VisibleMedia;
import perennial.library.Watching.Watched;
import perennial.people.CurrentPerson;
import perennial.people.Person;
import perennial.people.PersonId;
import perennial.search.Search;

/** Watching, on behalf of whoever asks. What they may not see is answered as what does not exist. */
@Service
public class Watch {
    private static final int RELATED = 4;

    private final VisibleMedia visible;
    private final VisibleBytes words;
    private final Contents contents;
    private final Progress progress;
    private final MediaEditing editing;
    private final Labels labels;
    private final Search search;
    private final SummaryTexts summaries;
    private final CurrentPerson current;

    Watch(
            VisibleMedia visible,
            VisibleBytes words,
            Contents contents,
            Progress progress,
            MediaEditing editing,
            Labels labels,
            Search search,
            SummaryTexts summaries,
            CurrentPerson current) {
        this.visible = visible;
        this.words = words;
        this.contents = contents;
        this.progress = progress;
        this.editing = editing;
        this.labels = labels;
        this.search = search;
        this.summaries = summaries;
        this.current = current;
    }

    /**
     * An item with all that is shown beside it.
     *
     * @param lines what is said, in the language to begin with
     * @param link the secret of "anyone with the link"; empty where the item has none, and for who may not change it
     * @param related others that the viewer may want to see next
     */
    public record Opened(
            Media media,
            MediaContent content,
            List<SpokenLine> lines,
            TalkLanes lanes,
            Labels.On labels,
            Summary summary,
            List<Media> related,
            Watched watched,
            boolean editable,
            Optional<String> link,
            boolean signedIn) {}

    /**
     * Opens an item.
     *
     * @throws UnknownMedia if there is no such item, or not for this viewer
     */
    public Opened open(MediaId id) {
        var opened = openIfVisible(id);
        if (opened.isEmpty()) current.require(); // a guest may be somebody who may see it, and is asked to sign in
        return opened.orElseThrow(UnknownMedia::new);
    }

    /** Opens an item; empty if there is no such item, or not for this viewer. */
    public Optional<Opened> openIfVisible(MediaId id) {
        var viewer = current.find().map(Person::id).orElse(null);
        return visible.find(id, viewer).map(media -> opened(media, viewer));
    }

    private Opened opened(Media media, @Nullable PersonId viewer) {
        var id = media.id();
        var person = current.find();
        var content = contents.of(media, viewer);
        var lines = content.captions().isEmpty()
                ? List.<SpokenLine>of()
                : words.captions(id, content.captions().getFirst().tag(), viewer)
                        .orElse(List.of());
        var editor = person.filter(one -> MediaChanges.mayChange(one, media));
        return new Opened(
                media,
                content,
                lines,
                TalkLanes.of(lines),
                labels.on(id),
                summaries.of(id, viewer),
                search.related(media, viewer, RELATED),
                progress.of(List.of(id), viewer).getOrDefault(id, Watched.NEVER),
                editor.isPresent(),
                media.access() == Access.LINK ? editor.flatMap(one -> editing.link(id, one)) : Optional.empty(),
                person.isPresent());
    }

    /**
     * Notes how far the viewer got. Guests are not remembered.
     *
     * @throws UnknownMedia as {@link #open}
     */
    public void reached(MediaId id, Duration position) {
        current.find().map(Person::id).ifPresent(viewer -> {
            var media = visible.find(id, viewer).orElseThrow(UnknownMedia::new);
            progress.at(media, viewer, position);
        });
    }
}
