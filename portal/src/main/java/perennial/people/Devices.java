package perennial.people;

import org.jspecify.annotations.Nullable;

/** What a browser calls itself, in words. Only words of ours come out: anyone can send anything. */
final class Devices {
    private static final String[][] BROWSERS = {
        {"Edg", "Edge"}, {"OPR", "Opera"}, {"Firefox", "Firefox"}, {"Chrome", "Chrome"}, {"Safari", "Safari"},
    };
    private static final String[][] SYSTEMS = {
        {"iPhone", "iPhone"},
        {"iPad", "iPad"},
        {"Android", "Android"},
        {"Windows", "Windows"},
        {"Mac OS X", "Mac"},
        {"CrOS", "ChromeOS"},
        {"Linux", "Linux"},
    };

    private Devices() {}

    /** "Firefox on Linux", or "Unknown device". */
    static String words(@Nullable String userAgent) {
        if (userAgent == null) return "Unknown device";
        var browser = first(BROWSERS, userAgent);
        var system = first(SYSTEMS, userAgent);
        if (browser == null) return system == null ? "Unknown device" : system;
        return system == null ? browser : browser + " on " + system;
    }

    private static @Nullable String first(String[][] table, String text) {
        for (var row : table) {
            if (text.contains(row[0])) return row[1];
        }
        return null;
    }
}
