package perennial.hooks;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.jobs.JobQueue;
import tools.jackson.databind.json.JsonMapper;

/** Queues messages, each with its job, in the caller's transaction. */
@Component
class Queueing {
    private final WebhookRows webhooks;
    private final DeliveryRows deliveries;
    private final JobQueue jobs;
    private final JsonMapper json;
    private final Clock clock;

    Queueing(WebhookRows webhooks, DeliveryRows deliveries, JobQueue jobs, JsonMapper json, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
    }

    boolean wanted(HookEvent event) {
        return !webhooks.wanting(event).isEmpty();
    }

    /** @param about what only this moment knows, for the message */
    void queue(HookEvent event, Object subject, Map<String, String> about) {
        for (var webhook : webhooks.wanting(event)) add(webhook, event, subject, about);
    }

    /** Unless the same waits already, or this transaction tells {@code more}. */
    void queueOnce(HookEvent event, Object subject, HookEvent more) {
        if (deliveries.toldNow(more, subject.toString())) return;
        for (var webhook : webhooks.wanting(event)) {
            if (!deliveries.waits(webhook, event, subject.toString())) add(webhook, event, subject, Map.of());
        }
    }

    void takeBack(HookEvent event, Object subject) {
        deliveries.takeBack(event, subject.toString());
    }

    Delivery add(WebhookId webhook, HookEvent event, Object subject, Map<String, String> about) {
        var detail = about.isEmpty() ? "" : json.writeValueAsString(about);
        return add(webhook, "msg_" + UUID.randomUUID(), event, subject.toString(), detail, null);
    }

    /** The same message once more, as a line of its own. */
    Delivery again(Delivery sent) {
        return add(sent.webhook(), sent.message(), sent.event(), sent.subject(), sent.detail(), sent.payload());
    }

    private Delivery add(
            WebhookId webhook,
            String message,
            HookEvent event,
            String subject,
            String detail,
            @Nullable String payload) {
        var now = clock.instant();
        var delivery = new Delivery(
                UUID.randomUUID(),
                webhook,
                message,
                event,
                subject,
                detail,
                payload,
                Delivery.State.WAITING,
                0,
                null,
                "",
                null,
                now,
                now,
                null);
        deliveries.insert(delivery);
        jobs.enqueue(DeliveryJob.DELIVER, delivery.id());
        return delivery;
    }
}
