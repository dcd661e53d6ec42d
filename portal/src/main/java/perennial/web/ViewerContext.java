package perennial.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;

/**
 * Zone, locale and clock of the page being rendered, bound to the thread like Spring's own locale. {@link Dates} reads
 * it, so that templates need not hand it on.
 */
class ViewerContext implements TimeZoneAwareLocaleContext {
    private final Supplier<Viewer> viewer;
    private final Supplier<Instant> now;

    ViewerContext(Supplier<Viewer> viewer, Supplier<Instant> now) {
        this.viewer = viewer;
        this.now = now;
    }

    @Override
    public Locale getLocale() {
        return viewer.get().locale();
    }

    @Override
    public TimeZone getTimeZone() {
        return TimeZone.getTimeZone(viewer.get().zone());
    }

    ZoneId zone() {
        return viewer.get().zone();
    }

    Instant now() {
        return now.get();
    }

    static @Nullable ViewerContext current() {
        return LocaleContextHolder.getLocaleContext() instanceof ViewerContext context ? context : null;
    }

    /** The viewer of this moment, for work that outlives the request. */
    static @Nullable ViewerContext frozen() {
        var context = current();
        if (context == null) return null;
        var viewer = context.viewer.get();
        return new ViewerContext(() -> viewer, context.now);
    }
}
