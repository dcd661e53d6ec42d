package perennial.watch.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import perennial.library.Face;
import perennial.library.Labels;
import perennial.library.Media;
import perennial.library.MediaAddresses;
import perennial.library.MediaContent;
import perennial.library.MediaStatus;
import perennial.library.OriginalFile;
import perennial.library.StatusBadge;
import perennial.library.ViewNames;
import perennial.library.web.VideoCards;
import perennial.people.CurrentPerson;
import perennial.people.Person;
import perennial.watch.Watch.Opened;
import perennial.web.Assets;
import perennial.web.Lengths;
import perennial.web.Sizes;

/** Makes the watch page of what was opened. */
@Component
class WatchPages {
    /** Not worth going back to. */
    private static final Duration JUST_BEGUN = Duration.ofSeconds(10);

    private static final int NAMED = 5;

    private final Assets assets;
    private final VideoCards cards;
    private final CurrentPerson current;

    WatchPages(Assets assets, VideoCards cards, CurrentPerson current) {
        this.assets = assets;
        this.cards = cards;
        this.current = current;
    }

    /**
     * @param asked where a link wants to begin; zero where it does not say
     * @param view the view to begin with; empty for the first
     * @param query the words that led here; empty for none
     */
    WatchPage page(Opened opened, Duration asked, String view, String query) {
        var media = opened.media();
        var content = opened.content();
        var start = asked.isZero() ? resume(opened) : asked;
        var words = new SpokenWords(opened);
        return new WatchPage(
                media.id().toString(),
                media.title(),
                media.description(),
                labels(opened.labels()),
                Face.of(media.authorName()),
                media.recordedAt(),
                media.createdAt(),
                Lengths.words(media.length()),
                opened.watched().views() == 1
                        ? "1 view"
                        : "%,d views".formatted(opened.watched().views()),
                media.fromZoom(),
                StatusBadge.of(media.status()),
                opened.editable(),
                opened.editable() && (media.status() == MediaStatus.DRAFT || media.status() == MediaStatus.REJECTED),
                media.allowed().share() || opened.editable(),
                opened.link().map(MediaAddresses::link).orElse(""),
                query,
                query.isEmpty() ? "" : "/search?q=" + UriUtils.encode(query, UTF_8),
                media.poster() == null
                        ? assets.url(content.audioOnly() ? "pictures/audio.svg" : "pictures/preparing.svg")
                        : MediaAddresses.poster(media),
                StartTime.text(start),
                asked.isZero() && !start.isZero(),
                String.join(",", content.starts().stream().map(StartTime::text).toList()),
                opened.signedIn() ? MediaAddresses.watch(media.id()) + "/progress" : "",
                angles(media, content, view, start),
                content.captions().stream()
                        .map(one -> new WatchPage.Captions(
                                one.tag(), one.label(), MediaAddresses.captions(media.id(), one.tag())))
                        .toList(),
                words.lines(),
                words.messages(),
                chapters(media, content),
                words.lanes(),
                words.talk(),
                downloads(opened),
                content.originals().stream().map(file -> original(media, file)).toList(),
                took(opened),
                opened.summary(),
                opened.related().isEmpty()
                        ? List.of()
                        : cards.of(
                                opened.related(), current.find().map(Person::id).orElse(null)));
    }

    private static List<WatchPage.Label> labels(Labels.On on) {
        var labels = new ArrayList<WatchPage.Label>();
        var category = on.category();
        if (category != null) {
            labels.add(new WatchPage.Label(category.name(), "folder", "/library?category=" + category.key()));
        }
        for (var tag : on.tags()) {
            var href = "/library?tag=" + UriUtils.encode(tag.name(), UTF_8);
            labels.add(new WatchPage.Label(tag.name(), "tag", href));
        }
        return labels;
    }

    private static Duration resume(Opened opened) {
        var watched = opened.watched();
        var left = watched.position();
        return watched.finished() || left.compareTo(JUST_BEGUN) < 0 ? Duration.ZERO : left;
    }

    private static List<WatchPage.View> angles(Media media, MediaContent content, String first, Duration start) {
        var angles = new ArrayList<>(content.views());
        var begin = angles.stream().filter(one -> one.name().equals(first)).findFirst();
        return angles.stream()
                .map(one -> {
                    var begins = one.equals(begin.orElse(angles.getFirst()));
                    var src = MediaAddresses.playing(media, one.name());
                    return new WatchPage.View(
                            one.name(),
                            ViewNames.label(one.name()),
                            ViewNames.icon(one.name()),
                            src,
                            start.isZero() || !begins ? src : src + "#t=" + StartTime.text(start),
                            one.audioOnly() ? "audio/mp4" : "video/mp4",
                            one.audioOnly(),
                            begins);
                })
                .toList();
    }

    private static List<WatchPage.Chapter> chapters(Media media, MediaContent content) {
        var marks = content.chapters();
        var chapters = new ArrayList<WatchPage.Chapter>();
        for (var i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            var end = i + 1 < marks.size() ? marks.get(i + 1).start() : media.length();
            chapters.add(new WatchPage.Chapter(
                    StartTime.text(mark.start()),
                    Lengths.clock(mark.start()),
                    Lengths.clock(end.minus(mark.start())),
                    mark.title(),
                    says(i + 1, marks.size(), mark.title())));
        }
        return chapters;
    }

    private static String says(int part, int parts, String title) {
        if (parts == 1) return title;
        var which = "Part %d of %d".formatted(part, parts);
        return title.equals("Part " + part) ? which : which + " · " + title;
    }

    private static List<WatchPage.Download> downloads(Opened opened) {
        var media = opened.media();
        if (!media.allowed().download() && !opened.editable()) return List.of();
        var downloads = new ArrayList<WatchPage.Download>();
        for (var view : opened.content().views()) {
            downloads.add(new WatchPage.Download(
                    ViewNames.label(view.name()) + ", joined",
                    "MP4 · " + Sizes.text(view.size()),
                    MediaAddresses.view(media.id(), view.name()) + "?download"));
        }
        for (var track : opened.content().captions()) {
            downloads.add(new WatchPage.Download(
                    "Transcript, " + track.label(),
                    "VTT",
                    MediaAddresses.captions(media.id(), track.tag()) + "?download"));
        }
        return downloads;
    }

    private static WatchPage.Original original(Media media, OriginalFile file) {
        var kind = file.recordingType().isEmpty() ? file.type() : ViewNames.label(file.recordingType());
        return new WatchPage.Original(
                file.name(),
                "%s · part %d".formatted(kind, file.segment() + 1),
                Sizes.text(file.size()),
                MediaAddresses.file(media.id(), file.blob()));
    }

    /** Who spoke or wrote, some by name. */
    private static String took(Opened opened) {
        var names = new LinkedHashSet<String>();
        for (var line : opened.lines()) {
            var speaker = line.speaker();
            if (speaker != null && !speaker.isBlank()) names.add(speaker);
        }
        for (var message : opened.content().chat()) names.add(message.from());
        if (names.size() <= NAMED) return String.join(", ", names);
        var more = names.size() - NAMED;
        return "%s and %d %s"
                .formatted(
                        String.join(", ", names.stream().limit(NAMED).toList()), more, more == 1 ? "other" : "others");
    }
}
