package perennial.sync.web;

import org.jspecify.annotations.Nullable;
import perennial.sync.Connection;

/**
 * What a person typed to name one recording.
 *
 * @param id of the connection
 * @param error why it cannot be taken; null when nothing is wrong
 */
public record ImportOneForm(
        String id, String connection, String text, @Nullable String error) {
    static ImportOneForm of(Connection connection, String text, @Nullable String error) {
        return new ImportOneForm(
                connection.id().toString(), connection.settings().name(), text, error);
    }
}
