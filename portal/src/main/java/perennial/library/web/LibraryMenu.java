package perennial.library.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import perennial.library.LateParts;
import perennial.library.VisibleMedia;
import perennial.people.CurrentPerson;
import perennial.people.Person;
import perennial.people.Role;
import perennial.web.MenuEntries;
import perennial.web.MenuEntry;

/** The library's places in the menu. */
@Component
@Order(0)
class LibraryMenu implements MenuEntries {
    private static final MenuEntry LIBRARY = MenuEntry.portal("library", "Library", "books", "/library");
    private static final MenuEntry DRAFTS =
            MenuEntry.portal("drafts", "Drafts", "pencil", "/drafts").from(Role.CONTRIBUTOR.name());

    private static final MenuEntry LATE =
            MenuEntry.portal("late-parts", "Late parts", "clock", "/late-parts").from(Role.MODERATOR.name());

    private final VisibleMedia visible;
    private final LateParts late;
    private final CurrentPerson current;

    LibraryMenu(VisibleMedia visible, LateParts late, CurrentPerson current) {
        this.visible = visible;
        this.late = late;
        this.current = current;
    }

    @Override
    public List<MenuEntry> entries() {
        var drafts = current.find().map(Person::id).map(visible::draftCount).orElse(0);
        var entries = new ArrayList<MenuEntry>();
        entries.add(LIBRARY);
        entries.add(drafts == 0 ? DRAFTS : DRAFTS.withBadge(Integer.toString(drafts)));
        int late = moderates() ? this.late.count() : 0;
        if (late > 0) entries.add(LATE.withBadge(Integer.toString(late)));
        return entries;
    }

    private boolean moderates() {
        return current.find()
                .filter(person -> person.role().atLeast(Role.MODERATOR))
                .isPresent();
    }
}
