package perennial.mail.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import perennial.mail.MailState;
import perennial.mail.Outbox;
import perennial.mail.StoredMail;
import perennial.web.Listing;

/** The outbox over REST, newest first. Without the texts: they hold links that open accounts. */
@RestController
@RequestMapping("/api/v1/mail")
class MailApi {
    private static final int PAGE_SIZE = 100;

    private final Outbox outbox;

    MailApi(Outbox outbox) {
        this.outbox = outbox;
    }

    @Schema(name = "Mail")
    record MailBody(
            String id,
            String to,
            String subject,
            String messageId,
            MailState state,
            int attempts,
            String reason,
            Instant createdAt,
            @Nullable Instant nextTry,
            @Nullable Instant endedAt) {

        static MailBody of(StoredMail mail) {
            return new MailBody(
                    mail.id().toString(),
                    mail.to(),
                    mail.subject(),
                    mail.messageId(),
                    mail.state(),
                    mail.attempts(),
                    mail.reason(),
                    mail.createdAt(),
                    mail.nextTry(),
                    mail.endedAt());
        }
    }

    /**
     * Newest first, without their texts.
     *
     * @param state only {@code waiting}, {@code sent} or {@code failed} ones
     */
    @GetMapping("/outbox")
    Listing<MailBody> outbox(
            @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String cursor) {
        var before = MailController.Cursor.parse(cursor);
        var mails = outbox.newest(state.toUpperCase(Locale.ROOT), before, PAGE_SIZE + 1);
        boolean more = mails.size() > PAGE_SIZE;
        var page = more ? mails.subList(0, PAGE_SIZE) : mails;
        return new Listing<>(
                page.stream().map(MailBody::of).toList(),
                more ? page.getLast().createdAt().toString() : null);
    }
}
