package perennial.hooks;

import java.util.UUID;
import perennial.web.PortalException;

/** Identifies a webhook for its whole life; safe to show in an address. */
public record WebhookId(UUID value) {
    static WebhookId random() {
        return new WebhookId(UUID.randomUUID());
    }

    /**
     * Reads an id that somebody asks for.
     *
     * @throws PortalException 404 if it is no id of ours
     */
    public static WebhookId asked(String text) {
        try {
            return new WebhookId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw PortalException.notFound();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
