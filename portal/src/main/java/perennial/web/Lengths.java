package perennial.web;

import java.time.Duration;

/** Lengths of videos and waits, as people read them. */
public final class Lengths {
    private Lengths() {}

    /** As players show it: "0:07", "12:05", "1:02:03". Fractions of a second are dropped. */
    public static String clock(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        long hours = seconds / 3600;
        return hours == 0
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(hours, seconds / 60 % 60, seconds % 60);
    }

    /** In words, two units at most: "8 s", "2 min 51 s", "1 h 9 min", "3 days". */
    public static String words(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        if (seconds < 60) return seconds + " s";
        if (seconds < 3600) return pair(seconds / 60, "min", seconds % 60, "s");
        if (seconds < 86_400) return pair(seconds / 3600, "h", seconds / 60 % 60, "min");
        long days = seconds / 86_400;
        return days == 1 ? "1 day" : days + " days";
    }

    private static String pair(long big, String bigUnit, long small, String smallUnit) {
        return small == 0 ? big + " " + bigUnit : "%d %s %d %s".formatted(big, bigUnit, small, smallUnit);
    }
}
