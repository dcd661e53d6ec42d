package perennial.library;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import perennial.people.PersonId;

/** What is known of how items are watched. Implemented, as a bean, by the module that counts it. */
public interface Watching {
    /** Views of each item, and how far {@code viewer} watched it; every one of {@code items} has an entry. */
    Map<MediaId, Watched> of(List<MediaId> items, @Nullable PersonId viewer);

    /** A join that adds {@code views.views} to {@code media m}, and leaves out what nobody watched. */
    String joinViews();

    /** The items that {@code viewer} began and did not finish, the latest first. */
    List<MediaId> unfinished(PersonId viewer, int limit);

    /**
     * How one item is watched.
     *
     * @param position where the viewer stopped; 0 where they never began
     */
    record Watched(long views, Duration position, boolean finished) {
        /** Never watched by anybody. */
        public static final Watched NEVER = new Watched(0, Duration.ZERO, false);
    }
}
