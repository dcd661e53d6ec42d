package perennial.mail.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import perennial.mail.Mail;
import perennial.mail.MailId;
import perennial.mail.Outbox;
import perennial.settings.PortalSettings;
import perennial.web.PortalException;
import perennial.web.Viewers;

/** The outbox's page. */
@Controller
class MailController {
    private static final int PAGE_SIZE = 50;

    private final Outbox outbox;
    private final Viewers viewers;
    private final PortalSettings settings;

    MailController(Outbox outbox, Viewers viewers, PortalSettings settings) {
        this.outbox = outbox;
        this.viewers = viewers;
        this.settings = settings;
    }

    @GetMapping("/mail")
    String page(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String before,
            Model model) {
        var mails = outbox.newest(state.toUpperCase(Locale.ROOT), Cursor.parse(before), PAGE_SIZE + 1);
        boolean more = mails.size() > PAGE_SIZE;
        var shown = more ? mails.subList(0, PAGE_SIZE) : mails;
        model.addAttribute("mails", shown);
        model.addAttribute("state", state);
        model.addAttribute("next", more ? shown.getLast().createdAt().toString() : null);
        model.addAttribute("configured", outbox.configured());
        model.addAttribute("waiting", outbox.waiting());
        model.addAttribute("failed", outbox.failed());
        return "mail/outbox";
    }

    @PostMapping("/mail/{id}/again")
    String again(@PathVariable String id, RedirectAttributes redirect) {
        outbox.again(MailId.parse(id));
        redirect.addFlashAttribute("said", "Queued. It is tried now.");
        return "redirect:/mail";
    }

    /** Sends whoever asks a mail of no other use; how it goes stands in the outbox. */
    @PostMapping("/mail/test")
    String test(RedirectAttributes redirect) {
        var to = viewers.current().email();
        var portal = settings.current().name();
        var text = "Hello,\n\nthis is the test you asked for. Mail from " + portal + " reaches you.\n";
        outbox.queue(new Mail("test " + UUID.randomUUID(), to, "A test from " + portal, text));
        redirect.addFlashAttribute(
                "said",
                outbox.configured()
                        ? "A test is on its way to " + to + "."
                        : "A test waits for " + to + ", until a mail server is set up.");
        return "redirect:/mail";
    }

    /** Where a page of mails begins: the creation time of the last one before it. */
    static final class Cursor {
        private static final Instant NEWEST = Instant.parse("9999-01-01T00:00:00Z");

        private Cursor() {}

        static Instant parse(String text) {
            try {
                return text.isEmpty() ? NEWEST : Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw PortalException.badRequest("bad-cursor", "This cursor is not ours", "Begin again without one.");
            }
        }
    }
}
