package perennial.library.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import perennial.library.Face;
import perennial.library.Media;
import perennial.library.MediaAddresses;
import perennial.library.MediaStatus;
import perennial.library.StatusBadge;
import perennial.library.Watching;
import perennial.library.Watching.Watched;
import perennial.people.PersonId;
import perennial.web.Lengths;

/** Makes the cards of items, with what is known of how they were watched: one question for all of them. */
@Component
public class VideoCards {
    /** So long an item that the viewer has not begun is "New", unless it is old news that was only just imported. */
    private static final Duration NEW = Duration.ofDays(2);

    private static final Duration NEWS = Duration.ofDays(7);
    /** So long a poster may be on its way; after that its absence is how it is. */
    private static final Duration POSTER_PATIENCE = Duration.ofMinutes(2);

    private final ObjectProvider<Watching> watching;
    private final Clock clock;

    VideoCards(ObjectProvider<Watching> watching, Clock clock) {
        this.watching = watching;
        this.clock = clock;
    }

    /** The cards of {@code items}, in their order. */
    public List<VideoCard> of(List<Media> items, @Nullable PersonId viewer) {
        var known = watching.getObject().of(items.stream().map(Media::id).toList(), viewer);
        return items.stream()
                .map(item -> card(item, known.getOrDefault(item.id(), Watched.NEVER)))
                .toList();
    }

    VideoCard card(Media item, Watched watched) {
        var preparing = item.poster() == null && !item.posterSought() && youngerThan(POSTER_PATIENCE, item);
        return new VideoCard(
                item.id().toString(),
                item.title(),
                Face.of(item.authorName()),
                item.recordedAt(),
                Lengths.clock(item.length()),
                item.fromZoom(),
                isNew(item, watched),
                item.poster() == null ? null : MediaAddresses.poster(item),
                preparing,
                item.status() == MediaStatus.PUBLISHED ? null : StatusBadge.of(item.status()),
                watched.views() == 1 ? "1 view" : "%,d views".formatted(watched.views()),
                percent(item, watched));
    }

    private boolean isNew(Media item, Watched watched) {
        var published = item.publishedAt();
        return published != null
                && item.status() == MediaStatus.PUBLISHED
                && watched.position().isZero()
                && !watched.finished()
                && published.isAfter(clock.instant().minus(NEW))
                && item.recordedAt().isAfter(clock.instant().minus(NEWS));
    }

    private boolean youngerThan(Duration age, Media item) {
        return item.changedAt().isAfter(clock.instant().minus(age));
    }

    private static int percent(Media item, Watched watched) {
        if (watched.finished()) return 100;
        if (item.length().isZero()) return 0;
        return (int) Math.min(
                100, 100 * watched.position().toMillis() / item.length().toMillis());
    }
}
