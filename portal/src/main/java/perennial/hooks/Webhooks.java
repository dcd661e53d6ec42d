package perennial.hooks;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;
import perennial.library.Cursor;
import perennial.people.Person;
import perennial.web.PortalException;

/** The webhooks as Managers see and change them. Whoever calls has made sure that it is one. */
@Service
public class Webhooks {
    private static final int MOST = 50;

    private final WebhookRows rows;
    private final DeliveryRows deliveries;
    private final WebhookSecrets secrets;
    private final Queueing queueing;
    private final HooksProperties properties;
    private final AuditLog audit;
    private final Clock clock;

    Webhooks(
            WebhookRows rows,
            DeliveryRows deliveries,
            WebhookSecrets secrets,
            Queueing queueing,
            HooksProperties properties,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.queueing = queueing;
        this.properties = properties;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A webhook that was just made.
     *
     * @param secret shown this once
     */
    public record Made(Webhook webhook, String secret) {}

    /** The oldest first. */
    public List<Webhook> all() {
        return rows.all();
    }

    /**
     * The one that is asked for.
     *
     * @throws PortalException 404 if there is none
     */
    public Webhook require(WebhookId id) {
        return rows.find(id).orElseThrow(PortalException::notFound);
    }

    /**
     * Makes one, switched on.
     *
     * @throws WebhookRefused naming each field that does not do
     */
    @Transactional
    public Made make(String address, List<String> events, Person by) {
        var wish = checked(address, events);
        if (rows.all().size() >= MOST) {
            throw PortalException.conflict(
                    "too-many-webhooks",
                    "There are %d webhooks already".formatted(MOST),
                    "Delete one that is not used.");
        }
        var webhook = new Webhook(
                WebhookId.random(), wish.address(), wish.events(), true, "", null, by.email(), clock.instant());
        var secret = HookSecret.random();
        rows.insert(webhook, secrets.seal(webhook.id(), secret));
        record(by, "made", webhook, words(webhook.events()));
        return new Made(webhook, secret.text());
    }

    /**
     * Changes all of it; one that the portal had switched off starts afresh.
     *
     * @throws WebhookRefused as {@link #make}
     */
    @Transactional
    public Webhook change(WebhookId id, String address, List<String> events, boolean enabled, Person by) {
        var before = require(id);
        var wish = checked(address, events);
        rows.change(id, wish.address(), wish.events(), enabled);
        var after = require(id);
        record(by, "changed", after, difference(before, after));
        return after;
    }

    /** Deletes it with its log; what waits is not sent. */
    @Transactional
    public void delete(WebhookId id, Person by) {
        var webhook = require(id);
        rows.delete(id);
        record(by, "deleted", webhook, "");
    }

    /** Sends a test, also to one that is switched off. */
    @Transactional
    public Delivery test(WebhookId id) {
        require(id);
        return queueing.add(id, HookEvent.WEBHOOK_TEST, "", Map.of());
    }

    /**
     * Sends the same message once more, as a line of its own.
     *
     * @throws PortalException 404 if there is no such message, 409 while it waits
     */
    @Transactional
    public Delivery again(WebhookId id, UUID message) {
        var sent = deliveries
                .find(message)
                .filter(found -> found.webhook().equals(id))
                .orElseThrow(PortalException::notFound);
        if (sent.state() == Delivery.State.WAITING) {
            throw PortalException.conflict("still-waiting", "This message still waits", "It is sent by itself.");
        }
        return queueing.again(sent);
    }

    /** The newest first, behind {@code before}. */
    public List<Delivery> log(WebhookId id, Cursor before, int limit) {
        require(id);
        return deliveries.log(id, before, limit);
    }

    /** A message by its id. */
    public Delivery delivery(UUID id) {
        return deliveries.find(id).orElseThrow(PortalException::notFound);
    }

    private record Wish(String address, List<HookEvent> events) {}

    private Wish checked(String address, List<String> events) {
        var wrong = new LinkedHashMap<String, String>();
        var objection = HookAddress.objection(address.strip(), properties.inside());
        if (!objection.isEmpty()) wrong.put("address", objection);
        var chosen = HookEvent.choices().stream()
                .filter(event -> events.contains(event.word()))
                .toList();
        if (chosen.isEmpty() || chosen.size() < events.stream().distinct().count()) {
            wrong.put("events", "Choose at least one of: %s.".formatted(words(HookEvent.choices())));
        }
        if (!wrong.isEmpty()) throw new WebhookRefused(wrong);
        return new Wish(address.strip(), chosen);
    }

    private void record(Person by, String what, Webhook webhook, String detail) {
        audit.record(by.email(), "settings.webhook-" + what, webhook.host(), detail);
    }

    private static String difference(Webhook before, Webhook after) {
        if (before.enabled() != after.enabled()) return after.enabled() ? "on" : "off";
        return before.host().equals(after.host())
                ? words(after.events())
                : "%s → %s, %s".formatted(before.host(), after.host(), words(after.events()));
    }

    private static String words(List<HookEvent> events) {
        return events.stream().map(HookEvent::word).collect(Collectors.joining(", "));
    }
}
