package perennial.settings.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import perennial.web.MenuEntries;
import perennial.web.MenuEntry;

@Component
@Order(300)
class SettingsMenu implements MenuEntries {
    @Override
    public List<MenuEntry> entries() {
        return List.of(
                MenuEntry.manage("settings", "Portal settings", "settings", "/settings"),
                MenuEntry.manage("branding", "Branding", "palette", "/settings/branding"));
    }
}
