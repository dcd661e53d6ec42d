package perennial.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/** Moments as the viewer reads them: in their zone, with their region's clock and order of day and month. */
public final class Dates {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Dates() {}

    /** "Today, 11:15", "Yesterday, 16:30", "20 Nov, 09:00", with the year when it is another one. */
    public static String moment(Instant at) {
        return day(at) + ", " + time(at);
    }

    /** "Today", "Yesterday", "Tomorrow", "20 Nov", "20 Nov 2025". */
    public static String day(Instant at) {
        return day(local(at).toLocalDate());
    }

    static String day(LocalDate day) {
        var today = local(now()).toLocalDate();
        if (day.equals(today)) return "Today";
        if (day.equals(today.minusDays(1))) return "Yesterday";
        if (day.equals(today.plusDays(1))) return "Tomorrow";
        var order = region().getCountry().equals("US") ? "MMM d" : "d MMM";
        var year = day.getYear() == today.getYear() ? "" : order.startsWith("M") ? ", uuuu" : " uuuu";
        return DateTimeFormatter.ofPattern(order + year, region()).format(day);
    }

    /** The time of day: "11:15" or "11:15 AM", as the viewer's region writes it. */
    public static String time(Instant at) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(region())
                .format(local(at));
    }

    /** The exact moment for a title: "24 Nov 2026, 10:15:02 UTC". */
    public static String utc(Instant at) {
        return UTC.format(at);
    }

    /** The viewer's zone: their own choice, else the browser's, else the portal's. */
    public static ZoneId zone() {
        var context = ViewerContext.current();
        return context == null ? ZoneOffset.UTC : context.zone();
    }

    private static ZonedDateTime local(Instant at) {
        return at.atZone(zone());
    }

    private static Instant now() {
        var context = ViewerContext.current();
        return context == null ? Instant.now() : context.now();
    }

    /** English words with the customs of the viewer's country; a language alone says nothing of those. */
    private static Locale region() {
        var country = LocaleContextHolder.getLocale().getCountry();
        return country.isEmpty() ? Locale.UK : Locale.of("en", country);
    }
}
