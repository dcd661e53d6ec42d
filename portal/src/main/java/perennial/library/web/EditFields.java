package perennial.library.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import perennial.library.Grantees;
import perennial.library.MediaSettings;

/**
 * The fields of an item's settings as they stand in the form.
 *
 * @param author id of a person
 * @param recorded local time, such as {@code 2026-11-25T08:00}
 * @param category id of a category; empty for none
 * @param tags separated by commas
 * @param grants e-mail addresses and names of groups, one a line
 * @param from local time, such as {@code 2026-11-25T08:00}; empty for always
 */
public record EditFields(
        String title,
        String description,
        String author,
        String recorded,
        String category,
        String tags,
        String access,
        String grants,
        String from,
        String until,
        boolean download,
        boolean embed,
        boolean share,
        boolean comments) {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    static EditFields of(MediaSettings now, ZoneId zone) {
        var category = now.category();
        return new EditFields(
                now.title(),
                now.description(),
                now.author().toString(),
                local(now.recordedAt(), zone),
                category == null ? "" : category.id().toString(),
                String.join(", ", now.tags()),
                now.access().word(),
                Grantees.names(now.grants()),
                local(now.availableFrom(), zone),
                local(now.availableUntil(), zone),
                now.allowed().download(),
                now.allowed().embed(),
                now.allowed().share(),
                now.allowed().comments());
    }

    static EditFields of(Map<String, String> sent) {
        return new EditFields(
                sent.getOrDefault("title", ""),
                lines(sent.getOrDefault("description", "")),
                sent.getOrDefault("author", ""),
                sent.getOrDefault("recordedAt", ""),
                sent.getOrDefault("category", ""),
                sent.getOrDefault("tags", ""),
                sent.getOrDefault("access", ""),
                lines(sent.getOrDefault("grants", "")),
                sent.getOrDefault("availableFrom", ""),
                sent.getOrDefault("availableUntil", ""),
                sent.containsKey("download"),
                sent.containsKey("embed"),
                sent.containsKey("share"),
                sent.containsKey("comments"));
    }

    /** A text whose lines end as ours do, however those of a browser or of Zoom end. */
    static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String local(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? "" : LOCAL.format(LocalDateTime.ofInstant(moment, zone));
    }
}
