package perennial.mail.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import perennial.mail.Outbox;
import perennial.web.MenuEntries;
import perennial.web.MenuEntry;

/** The outbox in the menu, with the number of mails that did not get out yet. */
@Component
@Order(400)
class MailMenu implements MenuEntries {
    private final Outbox outbox;

    MailMenu(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public List<MenuEntry> entries() {
        long open = outbox.waiting() + outbox.failed();
        return List.of(MenuEntry.manage("mail", "Mail outbox", "mail", "/mail")
                .withBadge(open == 0 ? null : String.valueOf(open)));
    }
}
