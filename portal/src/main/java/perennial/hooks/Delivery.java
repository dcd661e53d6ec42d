package perennial.hooks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import perennial.library.Cursor;
import perennial.web.PortalException;

/**
 * One message to one address, and what became of it.
 *
 * @param message what the receiver knows it by; the same when it is sent again
 * @param subject id of what it is about
 * @param payload what is sent, each time the same; null before the first attempt
 * @param status of the last answer; null: none came
 * @param reason why it was not taken, or is not sent; empty otherwise
 * @param took of the last attempt; null before the first
 */
public record Delivery(
        UUID id,
        WebhookId webhook,
        String message,
        HookEvent event,
        String subject,
        String detail,
        @Nullable String payload,
        State state,
        int attempts,
        @Nullable Integer status,
        String reason,
        @Nullable Duration took,
        Instant createdAt,
        @Nullable Instant nextAt,
        @Nullable Instant endedAt) {
    /**
     * Reads an id that somebody asks for.
     *
     * @throws PortalException 404 if it is no id of ours
     */
    public static UUID asked(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw PortalException.notFound();
        }
    }

    /** Where a list of messages goes on behind this one. */
    public Cursor place() {
        return new Cursor(createdAt.atOffset(ZoneOffset.UTC), id);
    }

    /** Where a message stands. */
    public enum State {
        WAITING,
        DELIVERED,
        /** Given up after the last attempt. */
        FAILED,
        /** Not sent: what it was about is not for telling any more. */
        DROPPED;

        /** The word of the API. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
