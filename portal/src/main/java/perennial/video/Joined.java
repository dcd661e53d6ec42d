package perennial.video;

import java.time.Duration;
import java.util.List;

/**
 * All views of a recording, joined on one clock.
 *
 * @param starts when each segment begins: captions, chat and chapters go by it
 * @param length of the longest view
 */
public record Joined(List<Duration> starts, Duration length, List<JoinedView> views) {
    public Joined {
        starts = List.copyOf(starts);
        views = List.copyOf(views);
    }
}
