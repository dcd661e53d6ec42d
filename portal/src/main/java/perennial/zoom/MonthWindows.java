package perennial.zoom;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a span of days into pieces that Zoom answers whole: a listing spans at most a month.
 *
 * <p>Nobody has said whether Zoom means a calendar month or 30 days, nor whether its last day is included. So a piece
 * is never longer than either, and neighbours share one day: what is listed twice does no harm, what is listed never
 * would be lost.
 */
public final class MonthWindows {
    private static final int LONGEST_DAYS = 30;

    private MonthWindows() {}

    /** From the oldest day on; empty when {@code to} is before {@code from}. */
    public static List<DateWindow> oldestFirst(LocalDate from, LocalDate to) {
        var windows = new ArrayList<DateWindow>();
        var start = from;
        while (!start.isAfter(to)) {
            var end = earlier(lastDay(start), to);
            windows.add(new DateWindow(start, end));
            if (end.equals(to)) break;
            start = end;
        }
        return List.copyOf(windows);
    }

    /** The same pieces, the newest first. */
    public static List<DateWindow> newestFirst(LocalDate from, LocalDate to) {
        return oldestFirst(from, to).reversed();
    }

    private static LocalDate lastDay(LocalDate start) {
        return earlier(start.plusDays(LONGEST_DAYS - 1), start.plusMonths(1).minusDays(1));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
