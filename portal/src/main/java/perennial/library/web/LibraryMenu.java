package perennial.library.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
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

    private final VisibleMedia visible;
    private final CurrentPerson current;

    LibraryMenu(VisibleMedia visible, CurrentPerson current) {
        this.visible = visible;
        this.current = current;
    }

    @Override
    public List<MenuEntry> entries() {
        var drafts = current.find().map(Person::id).map(visible::draftCount).orElse(0);
        return List.of(LIBRARY, drafts == 0 ? DRAFTS : DRAFTS.withBadge(Integer.toString(drafts)));
    }
}
