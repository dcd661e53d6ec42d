package perennial.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/**
 * Puts the {@link Frame} into the model of every page, once its controller has made it: bytes, JSON and redirects have no
 * frame, and cost none of its queries.
 */
@Component
class Frames implements HandlerInterceptor, WebMvcConfigurer {
    private final Brand brand;
    private final Viewers viewers;
    private final ObjectProvider<MenuEntries> menu;
    private final Assets assets;

    Frames(Brand brand, Viewers viewers, ObjectProvider<MenuEntries> menu, Assets assets) {
        this.brand = brand;
        this.viewers = viewers;
        this.menu = menu;
        this.assets = assets;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** Not for an error page, of whose cause we know nothing: it builds its own frame, with care. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || request.getDispatcherType() == DispatcherType.ERROR) return;
        var view = page.getViewName();
        if (view == null || view.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX)) return;
        page.addObject("frame", of(request));
    }

    Frame of(HttpServletRequest request) {
        var viewer = viewers.current();
        return new Frame(brand.look(), placesOf(viewer), viewer, assets, () -> token(request), said(request));
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
