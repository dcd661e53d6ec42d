package perennial.video;

import java.time.Duration;
import java.util.List;

/**
 * Who speaks from a moment on, until the next entry.
 *
 * @param at from the start of the recording
 * @param names empty: nobody; several: they speak at once
 */
public record Speaking(Duration at, List<String> names) {
    public Speaking {
        names = List.copyOf(names);
    }
}
