package perennial.library.web;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import perennial.library.Contents;
import perennial.library.Cursor;
import perennial.library.Media;
import perennial.library.MediaEditing;
import perennial.library.MediaFilter;
import perennial.library.MediaId;
import perennial.library.MediaSearch;
import perennial.library.MediaStatus;
import perennial.library.VisibleMedia;
import perennial.people.PersonId;
import perennial.web.Listing;
import perennial.web.PortalException;

/** What the API answers about media. */
@Component
class MediaReplies {
    private static final int PAGE = 50;

    private final VisibleMedia visible;
    private final Contents contents;
    private final MediaEditing editing;
    private final ObjectProvider<MediaSearch> search;
    private final Asked asked;

    MediaReplies(
            VisibleMedia visible,
            Contents contents,
            MediaEditing editing,
            ObjectProvider<MediaSearch> search,
            Asked asked) {
        this.visible = visible;
        this.contents = contents;
        this.editing = editing;
        this.search = search;
        this.asked = asked;
    }

    MediaJson one(MediaId id) {
        return reply(asked.visible(id));
    }

    /** The item; empty where the asker does not see it (any more). */
    Optional<MediaJson> ifVisible(MediaId id) {
        return visible.find(id, asked.viewer()).map(this::reply);
    }

    private MediaJson reply(Media item) {
        return MediaJson.of(item, contents.of(item, asked.viewer()), editing.of(item), asked.mayChange(item));
    }

    Listing<MediaJson> list(String query, @Nullable String status, MediaFilter filter, String cursor) {
        return query.isEmpty() ? newest(status, filter, cursor) : search(query, status, filter, cursor);
    }

    private Listing<MediaJson> search(String query, @Nullable String status, MediaFilter filter, String cursor) {
        var viewer = asked.viewer();
        var found = found(query, viewer, status(status), filter, cursor);
        var items = found.hits().stream().map(MediaSearch.Hit::media).toList();
        var content = contents.of(items, viewer);
        var settings = editing.of(items);
        return new Listing<>(
                found.hits().stream()
                        .map(hit -> MediaJson.of(
                                        hit.media(),
                                        content.apply(hit.media()),
                                        Objects.requireNonNull(
                                                settings.get(hit.media().id())),
                                        asked.mayChange(hit.media()))
                                .with(hit.passages()))
                        .toList(),
                found.next());
    }

    private MediaSearch.Found found(
            String query, @Nullable PersonId viewer, @Nullable MediaStatus status, MediaFilter filter, String cursor) {
        try {
            return search.getObject().find(query, viewer, status, filter, cursor, PAGE);
        } catch (IllegalArgumentException e) {
            throw Cursor.unknown();
        }
    }

    private Listing<MediaJson> newest(@Nullable String status, MediaFilter filter, String cursor) {
        var viewer = asked.viewer();
        var found = visible.all(viewer, status(status), filter, Cursor.asked(cursor), PAGE + 1);
        var items = found.subList(0, Math.min(PAGE, found.size()));
        var content = contents.of(items, viewer);
        var settings = editing.of(items);
        return new Listing<>(
                items.stream()
                        .map(item -> MediaJson.of(
                                item,
                                content.apply(item),
                                Objects.requireNonNull(settings.get(item.id())),
                                asked.mayChange(item)))
                        .toList(),
                found.size() <= PAGE ? null : Cursor.behind(items.getLast()).toString());
    }

    private static @Nullable MediaStatus status(@Nullable String word) {
        if (word == null || word.isBlank()) return null;
        try {
            return MediaStatus.ofWord(word);
        } catch (IllegalArgumentException e) {
            throw PortalException.badRequest(
                    "unknown-status",
                    "There is no status “%s”".formatted(word),
                    "Use processing, draft, in-review, published, rejected or deleted.");
        }
    }
}
