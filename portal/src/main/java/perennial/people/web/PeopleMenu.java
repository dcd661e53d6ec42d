package perennial.people.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import perennial.web.MenuEntries;
import perennial.web.MenuEntry;

@Component
@Order(200)
class PeopleMenu implements MenuEntries {
    @Override
    public List<MenuEntry> entries() {
        return List.of(
                MenuEntry.manage("people", "People", "users", "/people"),
                MenuEntry.manage("sign-in", "Sign-in", "lock", "/settings/sign-in")
                        .from("ADMINISTRATOR"));
    }
}
