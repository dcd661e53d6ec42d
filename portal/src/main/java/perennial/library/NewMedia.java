package perennial.library;

import java.time.Instant;
import perennial.people.PersonId;

/**
 * An item to be added.
 *
 * @param source where it comes from, unique in the portal, such as {@code zoom:<account>/<uuid>} (with {@code
 *     #<segment>} where each segment is an item of its own); the same source never makes a second item
 * @param title as text, whatever its length or script
 * @param author whose item it is
 * @param recordedAt when it was recorded; the library sorts by it
 * @param wish what its importer wants; see {@link Library#add}
 */
public record NewMedia(String source, String title, PersonId author, Instant recordedAt, Wish wish, Content content) {
    public NewMedia {
        if (source.isBlank()) throw new IllegalArgumentException("an item needs a source");
        if (title.isBlank()) throw new IllegalArgumentException("an item needs a title");
    }

    /** Whether an import brings it, rather than a person. */
    public boolean imported() {
        return source.startsWith("zoom:");
    }
}
