package perennial.library.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names the stretch of time that a moment falls into, as somebody in one zone sees it on one day. */
record Stretches(LocalDate today, ZoneId zone) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH_AND_YEAR = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    String of(Instant moment) {
        var day = moment.atZone(zone).toLocalDate();
        if (day.isAfter(today.minusDays(7))) return "This week";
        var month = YearMonth.from(day);
        if (month.equals(YearMonth.from(today))) return "Earlier in " + MONTH.format(month);
        return (day.getYear() == today.getYear() ? MONTH : MONTH_AND_YEAR).format(month);
    }
}
