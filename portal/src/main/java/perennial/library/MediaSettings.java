package perennial.library;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import perennial.people.PersonId;

/**
 * Everything about an item that its author and Moderators set by hand (P5), except files.
 *
 * @param recordedAt the library sorts by it
 * @param category absent: none
 * @param tags in the order they were written
 * @param grants whom it is for where access is {@link Access#CHOSEN}; kept, without effect, where it is not
 * @param availableFrom absent: from the start
 * @param availableUntil absent: for good; later than {@code availableFrom}
 */
public record MediaSettings(
        String title,
        String description,
        PersonId author,
        Instant recordedAt,
        @Nullable Category category,
        List<String> tags,
        Access access,
        List<Grant> grants,
        @Nullable Instant availableFrom,
        @Nullable Instant availableUntil,
        Media.Allowed allowed) {
    public MediaSettings {
        tags = List.copyOf(tags);
        grants = List.copyOf(grants);
    }
}
