package perennial.audit.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import perennial.audit.AuditArea;
import perennial.audit.AuditFilter;
import perennial.web.Dates;

/**
 * The filter of the audit page as it was typed: days are days of the viewer's zone, both included. What is no day or no
 * area is left out, so that an old link still opens the page.
 */
public record AuditQuestion(String q, String area, String from, String to) {
    /** What the database can tell from others. */
    private static final int LAST_YEAR = 9998;

    AuditFilter filter() {
        var last = day(to);
        return new AuditFilter(
                q,
                AuditArea.ofCode(area).orElse(null),
                start(day(from)),
                last == null ? null : start(last.plusDays(1)));
    }

    /** For links to further pages, without a leading mark. */
    public String query() {
        return "q=%s&area=%s&from=%s&to=%s".formatted(encoded(q), encoded(area), encoded(from), encoded(to));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            if (text.isEmpty()) return null;
            var day = LocalDate.parse(text);
            return day.getYear() < 1 || day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Dates.zone()).toInstant();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
