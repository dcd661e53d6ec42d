package perennial.library.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import perennial.people.Role;
import perennial.web.MenuEntries;
import perennial.web.MenuEntry;

/** The bin's place in the menu: the last of the portal's own. */
@Component
@Order(20)
class BinMenu implements MenuEntries {
    private static final MenuEntry BIN =
            MenuEntry.portal("bin", "Bin", "trash", "/bin").from(Role.CONTRIBUTOR.name());

    @Override
    public List<MenuEntry> entries() {
        return List.of(BIN);
    }
}
