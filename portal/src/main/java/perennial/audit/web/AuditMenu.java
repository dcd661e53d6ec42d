package perennial.audit.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import perennial.web.MenuEntries;
import perennial.web.MenuEntry;

@Component
@Order(500)
class AuditMenu implements MenuEntries {
    @Override
    public List<MenuEntry> entries() {
        return List.of(MenuEntry.manage("audit", "Audit log", "list-details", "/audit"));
    }
}
