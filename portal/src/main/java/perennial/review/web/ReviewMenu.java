package perennial.review.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import perennial.people.CurrentPerson;
import perennial.people.Role;
import perennial.review.Queue;
import perennial.web.MenuEntries;
import perennial.web.MenuEntry;

/** The review's place in the menu, with the number that wait. */
@Component
@Order(10)
class ReviewMenu implements MenuEntries {
    private static final MenuEntry REVIEW =
            MenuEntry.portal("review", "Review", "clipboard-check", "/review").from(Role.MODERATOR.name());

    private final Queue queue;
    private final CurrentPerson current;

    ReviewMenu(Queue queue, CurrentPerson current) {
        this.queue = queue;
        this.current = current;
    }

    @Override
    public List<MenuEntry> entries() {
        var moderates = current.find()
                .filter(person -> person.role().atLeast(Role.MODERATOR))
                .isPresent();
        int waiting = moderates ? queue.waiting() : 0;
        return List.of(waiting == 0 ? REVIEW : REVIEW.withBadge(Integer.toString(waiting)));
    }
}
