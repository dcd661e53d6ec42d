package perennial.library;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One line of captions: what is said between two moments, and by whom where that is known. */
public record SpokenLine(
        Duration start, Duration end, @Nullable String speaker, String text) {}
