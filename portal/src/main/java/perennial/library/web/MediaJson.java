package perennial.library.web;

import java.time.Instant;
import java.util.List;
import perennial.library.Media;
import perennial.library.MediaAddresses;
import perennial.library.MediaContent;

/**
 * An item as the API sends it. Addresses begin at the portal's root and take a session or the same bearer token.
 *
 * @param duration in seconds, as all times of the video
 * @param views the joined files; {@code name} is Zoom's {@code recording_type}
 * @param files the originals, for those who may download them
 */
record MediaJson(
        String id,
        String title,
        String description,
        Author author,
        String status,
        String access,
        List<Grant> grants,
        Instant recordedAt,
        double duration,
        List<View> views,
        List<File> files,
        List<Caption> captions,
        List<Message> chat,
        List<Chapter> chapters) {

    private static final double MILLIS_PER_SECOND = 1000;

    record Author(String id, String email, String name) {}

    record Grant(String person, String right) {}

    record View(String name, String url) {}

    record File(String id, String name, String type, long size, String sha256, String url) {}

    record Caption(String language, String url) {}

    record Message(double time, String from, String text) {}

    record Chapter(double start, String title) {}

    static MediaJson of(Media item, MediaContent content) {
        return new MediaJson(
                item.id().toString(),
                item.title(),
                item.description(),
                new Author(item.author().toString(), item.authorEmail(), item.authorName()),
                item.status().word(),
                item.access().word(),
                content.grants().stream()
                        .map(person -> new Grant(person.toString(), "view"))
                        .toList(),
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
                        .toList());
    }
}
