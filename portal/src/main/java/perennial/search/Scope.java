package perennial.search;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import perennial.library.MediaStatus;
import perennial.people.PersonId;

/**
 * Among which items somebody looks.
 *
 * @param viewer null for a guest
 * @param condition on {@code media m}, without parameters
 */
record Scope(@Nullable PersonId viewer, String condition) {
    /** What the library shows them. The second condition says of guests what the rule comes to, for the planner's sake. */
    static Scope published(@Nullable PersonId viewer) {
        return new Scope(
                viewer, viewer == null ? "m.status = 'PUBLISHED' and m.access = 'PUBLIC'" : "m.status = 'PUBLISHED'");
    }

    /** Items of one status or, with null, of all but deleted. */
    static Scope of(@Nullable PersonId viewer, @Nullable MediaStatus status) {
        return new Scope(viewer, status == null ? "m.status <> 'DELETED'" : "m.status = '%s'".formatted(status.name()));
    }

    @Nullable
    UUID uuid() {
        return viewer == null ? null : viewer.value();
    }
}
