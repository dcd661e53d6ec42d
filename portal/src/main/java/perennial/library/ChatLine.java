package perennial.library;

import java.time.Duration;

/** One message of the chat, at the moment it was sent. */
public record ChatLine(Duration at, String from, String text) {
    public ChatLine {
        if (at.isNegative()) throw new IllegalArgumentException("a message cannot come before its video");
    }
}
