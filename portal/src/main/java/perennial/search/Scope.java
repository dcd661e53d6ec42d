package perennial.search;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import perennial.library.MediaFilter;
import perennial.library.MediaStatus;
import perennial.library.Shelves;
import perennial.people.PersonId;

/**
 * Among which items somebody looks.
 *
 * @param viewer null for a guest
 * @param condition on {@code media m}
 * @param parameters what the names in it stand for
 */
record Scope(@Nullable PersonId viewer, String condition, Map<String, Object> parameters) {
    /** What the library shows them. */
    static Scope published(@Nullable PersonId viewer, MediaFilter filter) {
        return new Scope(viewer, Shelves.published(viewer) + " and " + filter.condition(), filter.parameters());
    }

    /** Items of one status or, with null, of all but deleted. */
    static Scope of(@Nullable PersonId viewer, @Nullable MediaStatus status, MediaFilter filter) {
        var condition = status == null ? "m.status <> 'DELETED'" : "m.status = '%s'".formatted(status.name());
        return new Scope(viewer, condition + " and " + filter.condition(), filter.parameters());
    }

    @Nullable
    UUID uuid() {
        return viewer == null ? null : viewer.value();
    }
}
