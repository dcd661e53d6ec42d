package perennial.upload.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import perennial.people.Role;
import perennial.web.MenuEntries;
import perennial.web.MenuEntry;

/** The place of uploads in the menu, behind the library's. */
@Component
@Order(1)
class UploadMenu implements MenuEntries {
    private static final MenuEntry UPLOAD =
            MenuEntry.portal("upload", "Upload", "upload", "/upload").from(Role.CONTRIBUTOR.name());

    @Override
    public List<MenuEntry> entries() {
        return List.of(UPLOAD);
    }
}
