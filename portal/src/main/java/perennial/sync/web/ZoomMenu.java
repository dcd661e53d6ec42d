package perennial.sync.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import perennial.web.MenuEntries;
import perennial.web.MenuEntry;

/** The Zoom app's place in the menu. */
@Component
@Order(100)
class ZoomMenu implements MenuEntries {
    @Override
    public List<MenuEntry> entries() {
        return List.of(MenuEntry.manage("zoom", "Apps › Zoom", "video", "/zoom"));
    }
}
