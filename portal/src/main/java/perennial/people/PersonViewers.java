package perennial.people;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;
import perennial.settings.PortalSettings;
import perennial.web.Viewer;
import perennial.web.Viewers;

/** Tells the frame who looks, and in which zone: the person's own, else the browser's (a cookie), else the portal's. */
@Component
class PersonViewers implements Viewers {
    private static final String KEPT = PersonViewers.class.getName();

    private final CurrentPerson currentPerson;
    private final PortalSettings settings;

    PersonViewers(CurrentPerson currentPerson, PortalSettings settings) {
        this.currentPerson = currentPerson;
        this.settings = settings;
    }

    /** Looked up once a request. */
    @Override
    public Viewer current() {
        var request = request();
        if (request == null) return find(null);
        if (request.getAttribute(KEPT) instanceof Viewer viewer) return viewer;
        var viewer = find(request);
        request.setAttribute(KEPT, viewer);
        return viewer;
    }

    private Viewer find(@Nullable HttpServletRequest request) {
        var person = currentPerson.find().orElse(null);
        var locale = person == null || person.locale() == null ? locale(request) : person.locale();
        var zone = person == null || person.zone() == null ? zone(request) : person.zone();
        if (person == null) return Viewer.guest(zone, locale);
        return new Viewer(
                true,
                person.name(),
                person.email(),
                person.initials(),
                person.role().label(),
                person.role().names(),
                zone,
                locale,
                currentPerson.theme());
    }

    private ZoneId zone(@Nullable HttpServletRequest request) {
        Cookie cookie = request == null ? null : WebUtils.getCookie(request, "zone");
        try {
            if (cookie != null) return ZoneId.of(URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8));
        } catch (DateTimeException | IllegalArgumentException e) {
            return settings.current().timeZone(); // anyone can write anything into a cookie
        }
        return settings.current().timeZone();
    }

    private static Locale locale(@Nullable HttpServletRequest request) {
        return request == null ? Locale.UK : request.getLocale();
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }
}
