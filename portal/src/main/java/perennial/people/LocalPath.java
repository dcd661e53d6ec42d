package perennial.people;

import org.jspecify.annotations.Nullable;

/** Where a sign-in may lead: to a path of this portal, never to another host. */
public final class LocalPath {
    private static final int LONGEST = 2_000;

    private LocalPath() {}

    /**
     * The path itself, or "/" when it could leave the portal: browsers read {@code //host}, {@code /\host} and paths
     * with control characters as other hosts, and drop tabs and line ends before they look.
     */
    public static String orHome(@Nullable String path) {
        if (path == null || path.length() > LONGEST || !path.startsWith("/")) return "/";
        if (path.startsWith("//") || path.contains("\\")) return "/";
        if (path.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) return "/";
        return path.startsWith("/sign-") ? "/" : path;
    }
}
