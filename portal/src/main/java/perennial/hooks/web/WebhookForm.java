package perennial.hooks.web;

import java.util.List;
import perennial.hooks.HookEvent;
import perennial.hooks.Webhook;

/**
 * The fields of a webhook as they stand in a form.
 *
 * @param events words of those that are ticked
 */
public record WebhookForm(String address, List<String> events, boolean enabled) {
    public WebhookForm {
        events = List.copyOf(events);
    }

    /** For a new one: what most receivers want. */
    static WebhookForm fresh() {
        return new WebhookForm("", List.of(HookEvent.MEDIA_PUBLISHED.word(), HookEvent.MEDIA_DELETED.word()), true);
    }

    static WebhookForm of(Webhook webhook) {
        return new WebhookForm(
                webhook.address(),
                webhook.events().stream().map(HookEvent::word).toList(),
                webhook.enabled());
    }

    public boolean ticks(HookEvent event) {
        return events.contains(event.word());
    }
}
