package perennial.library;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All words of an item, for whoever makes them findable.
 *
 * @param author the name of its author
 * @param version the one that is shown, whose lines these are
 * @param lines what is said, in all languages there are captions in, and what is written in the chat
 */
public record MediaText(String title, String description, String author, int version, List<Line> lines) {
    /**
     * One caption or message.
     *
     * @param chat written in the chat rather than said
     * @param who absent where nobody knows
     */
    public record Line(boolean chat, Duration at, @Nullable String who, String text) {}
}
