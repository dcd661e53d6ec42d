package perennial.hooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.audit.AuditLog;
import perennial.jobs.Lease;
import perennial.secrets.CannotOpen;

/** Sends one message once and decides what becomes of it, and of an address that takes nothing. */
@Component
class Delivering {
    private static final Logger LOG = LoggerFactory.getLogger(Delivering.class);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String OFF = "This webhook is switched off";

    private final DeliveryRows deliveries;
    private final WebhookRows webhooks;
    private final WebhookSecrets secrets;
    private final Messages messages;
    private final HookSender sender;
    private final HooksProperties properties;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Delivering(
            DeliveryRows deliveries,
            WebhookRows webhooks,
            WebhookSecrets secrets,
            Messages messages,
            HookSender sender,
            HooksProperties properties,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.messages = messages;
        this.sender = sender;
        this.properties = properties;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Tells when to try again, or nothing when it is over; harmless for a message that is sent or gone. */
    Optional<Instant> attempt(UUID id, Lease lease) {
        var delivery = deliveries
                .find(id)
                .filter(found -> found.state() == Delivery.State.WAITING)
                .orElse(null);
        if (delivery == null) return Optional.empty();
        var webhook = webhooks.find(delivery.webhook()).orElseThrow();
        boolean test = delivery.event() == HookEvent.WEBHOOK_TEST;
        if (!webhook.enabled() && !test) return end(lease, id, Delivery.State.FAILED, OFF);
        var payload = delivery.payload() == null ? messages.of(delivery).orElse(null) : delivery.payload();
        if (payload == null) {
            return end(lease, id, Delivery.State.DROPPED, "The video is not published any more");
        }
        transaction.executeWithoutResult(status -> {
            lease.check();
            deliveries.payload(id, payload);
        });
        var attempt = send(webhook, delivery.message(), payload);
        LOG.info(
                "webhook sent webhook={} event={} attempt={} status={} reason=\"{}\"",
                webhook.id(),
                delivery.event().word(),
                delivery.attempts() + 1,
                attempt.status(),
                attempt.reason());
        return Optional.ofNullable(transaction.execute(status -> {
            lease.check();
            return noted(webhook, delivery, attempt);
        }));
    }

    /** A secret that does not open is a person's to mend, as an address that takes nothing is. */
    private Attempt send(Webhook webhook, String message, String payload) {
        try {
            var secret = secrets.open(webhook.id());
            return sender.send(webhook.address(), message, clock.instant(), payload, secret);
        } catch (CannotOpen e) {
            return new Attempt(null, "Its secret cannot be opened with the portal's key", Duration.ZERO);
        }
    }

    private @Nullable Instant noted(Webhook webhook, Delivery delivery, Attempt attempt) {
        var now = clock.instant();
        if (attempt.taken()) {
            deliveries.tried(delivery.id(), attempt, Delivery.State.DELIVERED, null, now);
            deliveries.forget(webhook.id(), now.minus(KEPT));
            webhooks.works(webhook.id());
            return null;
        }
        var next = next(delivery, attempt, now);
        var state = next == null ? Delivery.State.FAILED : Delivery.State.WAITING;
        deliveries.tried(delivery.id(), attempt, state, next, now);
        if (delivery.event() != HookEvent.WEBHOOK_TEST) failed(webhook, attempt, now);
        return next;
    }

    /** A test is tried once; an address that wants no more is not asked again. */
    private @Nullable Instant next(Delivery delivery, Attempt attempt, Instant now) {
        boolean last = delivery.attempts() >= properties.pauses().size();
        if (last || attempt.gone() || delivery.event() == HookEvent.WEBHOOK_TEST) return null;
        return now.plus(properties.pauses().get(delivery.attempts()));
    }

    private void failed(Webhook webhook, Attempt attempt, Instant now) {
        webhooks.fails(webhook.id(), now);
        var since = webhook.failingSince();
        if (attempt.gone()) {
            switchOff(webhook, "The receiver said that it wants no more messages (410)");
        } else if (since != null && !now.isBefore(since.plus(properties.giveUp()))) {
            var days = Duration.between(since, now).toDays();
            switchOff(webhook, "Nothing was taken for %d days. The last reason: %s".formatted(days, attempt.reason()));
        }
    }

    private void switchOff(Webhook webhook, String note) {
        if (webhooks.switchOff(webhook.id(), note)) {
            audit.record("Webhooks", "settings.webhook-switched-off", webhook.host(), note);
        }
    }

    private Optional<Instant> end(Lease lease, UUID id, Delivery.State state, String reason) {
        transaction.executeWithoutResult(status -> {
            lease.check();
            deliveries.end(id, state, reason, clock.instant());
        });
        return Optional.empty();
    }
}
