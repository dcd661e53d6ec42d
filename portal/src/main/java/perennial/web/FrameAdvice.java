package perennial.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Puts the {@link Frame} into the model of every page. */
@ControllerAdvice(annotations = Controller.class)
class FrameAdvice {
    private final Brand brand;
    private final Viewers viewers;
    private final ObjectProvider<MenuEntries> menu;
    private final Assets assets;

    FrameAdvice(Brand brand, Viewers viewers, ObjectProvider<MenuEntries> menu, Assets assets) {
        this.brand = brand;
        this.viewers = viewers;
        this.menu = menu;
        this.assets = assets;
    }

    /** Absent while an error page is made of whose cause we know nothing: it builds its own frame, with care. */
    @ModelAttribute("frame")
    @Nullable
    Frame frame(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR ? null : of(request);
    }

    Frame of(HttpServletRequest request) {
        var viewer = viewers.current();
        return new Frame(brand.name(), placesOf(viewer), viewer, assets, () -> token(request), said(request));
    }

    private List<MenuEntry> placesOf(Viewer viewer) {
        return menu.orderedStream()
                .flatMap(module -> module.entries().stream())
                .filter(entry -> viewer.may(entry.minimumRole()))
                .sorted((one, other) -> one.section().compareTo(other.section()))
                .toList();
    }

    private static @Nullable CsrfToken token(HttpServletRequest request) {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }

    private static @Nullable String said(HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        return flash == null ? null : (String) flash.get("said");
    }
}
