package perennial.hooks.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import perennial.hooks.Delivery;
import perennial.hooks.HookEvent;
import perennial.hooks.Webhook;
import perennial.hooks.WebhookId;
import perennial.hooks.Webhooks;
import perennial.library.Cursor;
import perennial.people.CurrentPerson;
import perennial.web.Listing;

/** Webhooks over REST, for Managers and up. */
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhooksApi {
    private static final int PAGE = 50;

    private final Webhooks webhooks;
    private final CurrentPerson current;

    WebhooksApi(Webhooks webhooks, CurrentPerson current) {
        this.webhooks = webhooks;
        this.current = current;
    }

    /**
     * A webhook as it is answered.
     *
     * @param note why the portal itself switched it off; empty when it did not
     * @param failingSince the first failure after the last message that was taken
     * @param secret only where it was just made
     */
    @Schema(name = "Webhook")
    record Body(
            String id,
            String address,
            List<HookEvent> events,
            boolean enabled,
            String note,
            @Nullable Instant failingSince,
            String createdBy,
            Instant createdAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String secret) {
        static Body of(Webhook webhook, @Nullable String secret) {
            return new Body(
                    webhook.id().toString(),
                    webhook.address(),
                    webhook.events(),
                    webhook.enabled(),
                    webhook.note(),
                    webhook.failingSince(),
                    webhook.createdBy(),
                    webhook.createdAt(),
                    secret);
        }
    }

    /**
     * What to make or change; what is not there stays.
     *
     * @param address begins with https
     * @param events such as {@code media.published}
     * @param enabled only in a change: a new one is on
     */
    @Schema(name = "WebhookWanted")
    record Wanted(
            @Nullable String address,
            @Nullable List<String> events,
            @Nullable Boolean enabled) {}

    /**
     * A message, and what became of it.
     *
     * @param message what the receiver knows it by
     * @param subject id of what it is about
     * @param status of the last answer; null: none came
     * @param reason why it was not taken, or is not sent
     * @param duration of the last attempt, in seconds
     * @param payload what is sent; null before the first attempt
     */
    @Schema(name = "Delivery")
    record Line(
            String id,
            String message,
            HookEvent event,
            String subject,
            Delivery.State state,
            int attempts,
            @Nullable Integer status,
            String reason,
            @Nullable Double duration,
            Instant createdAt,
            @Nullable Instant nextAttempt,
            @Nullable Instant endedAt,
            @Nullable String payload) {
        static Line of(Delivery delivery) {
            var took = delivery.took();
            return new Line(
                    delivery.id().toString(),
                    delivery.message(),
                    delivery.event(),
                    delivery.subject(),
                    delivery.state(),
                    delivery.attempts(),
                    delivery.status(),
                    delivery.reason(),
                    took == null
                            ? null
                            : took.toMillis() / (double) Duration.ofSeconds(1).toMillis(),
                    delivery.createdAt(),
                    delivery.nextAt(),
                    delivery.endedAt(),
                    delivery.payload());
        }
    }

    /** All of them, the oldest first. */
    @GetMapping
    Listing<Body> list() {
        return new Listing<>(
                webhooks.all().stream().map(webhook -> Body.of(webhook, null)).toList(), null);
    }

    /** Makes one. Its secret is in the answer, this once. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Body make(@RequestBody Wanted wanted) {
        var address = wanted.address() == null ? "" : wanted.address();
        var events = wanted.events() == null ? List.<String>of() : wanted.events();
        var made = webhooks.make(address, events, current.require());
        return Body.of(made.webhook(), made.secret());
    }

    /** One webhook. */
    @GetMapping("/{id}")
    Body one(@PathVariable String id) {
        return Body.of(webhooks.require(WebhookId.asked(id)), null);
    }

    /** Changes what it names; one that the portal had switched off starts afresh. */
    @PatchMapping("/{id}")
    Body change(@PathVariable String id, @RequestBody Wanted wanted) {
        var now = webhooks.require(WebhookId.asked(id));
        var changed = webhooks.change(
                now.id(),
                wanted.address() == null ? now.address() : wanted.address(),
                wanted.events() == null
                        ? now.events().stream().map(HookEvent::word).toList()
                        : wanted.events(),
                wanted.enabled() == null ? now.enabled() : wanted.enabled(),
                current.require());
        return Body.of(changed, null);
    }

    /** Deletes it with its log. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        webhooks.delete(WebhookId.asked(id), current.require());
    }

    /** Sends a test, also to one that is switched off. It is tried once. */
    @PostMapping("/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Line test(@PathVariable String id) {
        return Line.of(webhooks.test(WebhookId.asked(id)));
    }

    /** Its messages of the last 30 days, the newest first. */
    @GetMapping("/{id}/deliveries")
    Listing<Line> deliveries(@PathVariable String id, @RequestParam(defaultValue = "") String cursor) {
        var found = webhooks.log(WebhookId.asked(id), Cursor.asked(cursor), PAGE + 1);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        return new Listing<>(
                page.stream().map(Line::of).toList(),
                found.size() <= PAGE ? null : page.getLast().place().toString());
    }

    /** Sends the same message once more, as a line of its own. */
    @PostMapping("/{id}/deliveries/{delivery}/again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Line again(@PathVariable String id, @PathVariable String delivery) {
        return Line.of(webhooks.again(WebhookId.asked(id), Delivery.asked(delivery)));
    }
}
