package perennial.hooks.web;

import java.time.Duration;
import org.springframework.stereotype.Component;
import perennial.hooks.Delivery;
import perennial.hooks.WebhookId;
import perennial.hooks.Webhooks;

/** Sends a test for a page, which waits a moment for what comes of it. */
@Component
class TestMessages {
    private static final int LOOKS = 30;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Webhooks webhooks;

    TestMessages(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** In a sentence. */
    String send(WebhookId id) {
        var test = webhooks.test(id);
        for (int look = 0; look < LOOKS && test.state() == Delivery.State.WAITING; look++) {
            if (!pause()) break;
            test = webhooks.delivery(test.id());
        }
        return switch (test.state()) {
            case DELIVERED -> "The test was taken.";
            case FAILED -> "The test was not taken. " + test.reason() + ".";
            default -> "The test is on its way. Load the page again in a moment.";
        };
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
