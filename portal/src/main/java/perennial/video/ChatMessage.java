package perennial.video;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One message of a meeting's chat.
 *
 * @param at when it was written, on the clock of the file: Zoom counts from the start of the meeting
 * @param from who wrote it, as the file names them
 * @param to for whom alone, as the file names them; null when it was for everyone
 * @param text what they wrote; lines parted by {@code \n}
 */
public record ChatMessage(
        Duration at, String from, @Nullable String to, String text) {}
