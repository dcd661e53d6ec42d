package perennial.sync.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.sync.Connection;
import perennial.sync.WebhookCounts;
import perennial.sync.Webhooks;
import perennial.web.PublicAddress;

/** Prints how webhooks stand. */
@Component
class WebhookViews {
    private final Webhooks webhooks;
    private final PublicAddress portal;

    WebhookViews(Webhooks webhooks, PublicAddress portal) {
        this.webhooks = webhooks;
        this.portal = portal;
    }

    /** @param connection null while it is new */
    WebhookView of(@Nullable Connection connection) {
        if (connection == null) return new WebhookView(null, portal.https(), false, null, "");
        var counts = webhooks.counts(connection.id());
        return new WebhookView(
                portal.of("/api/v1/zoom/webhooks/" + connection.id()).toString(),
                portal.https(),
                connection.secretsSaved().contains("webhookSecret"),
                counts.acceptedAt(),
                words(counts));
    }

    private static String words(WebhookCounts counts) {
        if (counts.accepted() + counts.refused() == 0) return "";
        return "%,d accepted, %,d refused.".formatted(counts.accepted(), counts.refused());
    }
}
