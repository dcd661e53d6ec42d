package perennial.library.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import perennial.library.Access;
import perennial.library.Media;
import perennial.library.MediaAddresses;
import perennial.library.MediaContent;
import perennial.library.MediaSearch;
import perennial.library.MediaSettings;
import perennial.library.MediaStatus;

/**
 * An item as the API sends it. Addresses begin at the portal's root and take a session or the same bearer token.
 *
 * @param duration in seconds, as all times of the video
 * @param views the joined files; {@code name} is Zoom's {@code recording_type}
 * @param grants only for those who may change it
 * @param category its name; absent: none
 * @param files the originals, for those who may download them
 * @param passages the places where the words stand that were searched for; absent where nothing was
 */
record MediaJson(
        String id,
        String title,
        String description,
        Author author,
        MediaStatus status,
        Access access,
        List<Grant> grants,
        @Nullable String category,
        List<String> tags,
        @Nullable Instant availableFrom,
        @Nullable Instant availableUntil,
        boolean download,
        boolean embed,
        boolean share,
        boolean comments,
        Instant recordedAt,
        double duration,
        List<View> views,
        List<File> files,
        List<Caption> captions,
        List<Message> chat,
        List<Chapter> chapters,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Passage> passages) {

    private static final double MILLIS_PER_SECOND = 1000;

    record Author(String id, String email, String name) {}

    /** One of the two is there. */
    record Grant(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String person,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String group,

            String right) {
        static Grant of(perennial.library.Grant grant) {
            var id = grant.id().toString();
            return grant.kind() == perennial.library.Grant.Kind.PERSON
                    ? new Grant(id, null, "view")
                    : new Grant(null, id, "view");
        }
    }

    record View(String name, String url) {}

    record File(String id, String name, String type, long size, String sha256, String url) {}

    record Caption(String language, String url) {}

    record Message(double time, String from, String text) {}

    record Chapter(double start, String title) {}

    /**
     * @param place {@code description}, {@code transcript} or {@code chat}
     * @param from who says or writes it; null where nobody knows
     */
    record Passage(String place, double time, @Nullable String from, String text) {}

    /** The same with the places that fit. */
    MediaJson with(List<MediaSearch.Passage> found) {
        return new MediaJson(
                id,
                title,
                description,
                author,
                status,
                access,
                grants,
                category,
                tags,
                availableFrom,
                availableUntil,
                download,
                embed,
                share,
                comments,
                recordedAt,
                duration,
                views,
                files,
                captions,
                chat,
                chapters,
                found.stream()
                        .map(one -> new Passage(
                                one.place().name().toLowerCase(Locale.ROOT),
                                one.at().toMillis() / MILLIS_PER_SECOND,
                                one.from(),
                                one.text()))
                        .toList());
    }

    static MediaJson of(Media item, MediaContent content, MediaSettings settings, boolean editable) {
        var category = settings.category();
        return new MediaJson(
                item.id().toString(),
                item.title(),
                item.description(),
                new Author(item.author().toString(), item.authorEmail(), item.authorName()),
                item.status(),
                item.access(),
                editable ? settings.grants().stream().map(Grant::of).toList() : List.of(),
                category == null ? null : category.name(),
                settings.tags(),
                settings.availableFrom(),
                settings.availableUntil(),
                item.allowed().download(),
                item.allowed().embed(),
                item.allowed().share(),
                item.allowed().comments(),
                item.recordedAt(),
                item.length().toMillis() / MILLIS_PER_SECOND,
                content.views().stream()
                        .map(view -> new View(view.name(), MediaAddresses.view(item.id(), view.name())))
                        .toList(),
                content.originals().stream()
                        .map(file -> new File(
                                file.blob().toString(),
                                file.name(),
                                file.type(),
                                file.size(),
                                file.sha256(),
                                MediaAddresses.file(item.id(), file.blob())))
                        .toList(),
                content.captions().stream()
                        .map(track -> new Caption(track.tag(), MediaAddresses.captions(item.id(), track.tag())))
                        .toList(),
                content.chat().stream()
                        .map(line -> new Message(line.at().toMillis() / MILLIS_PER_SECOND, line.from(), line.text()))
                        .toList(),
                content.chapters().stream()
                        .map(mark -> new Chapter(mark.start().toMillis() / MILLIS_PER_SECOND, mark.title()))
                        .toList(),
                null);
    }
}
