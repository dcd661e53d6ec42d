package zoomsim.showcase;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Fills the demo's portal, as a process of its own. Takes {@code SHOWCASE_PORTAL} (its address), {@code SHOWCASE_TOKEN} (an
 * Administrator's), {@code SHOWCASE_PASSWORD} (for all people), {@code SHOWCASE_FILMS} (a folder) and, if it is to be switched on,
 * {@code SHOWCASE_CONNECTION} from the environment: secrets do not belong on a command line.
 */
public final class Showcase {
    private Showcase() {}

    /** Prints one line when it is done; what went wrong goes to standard error, with status 1. */
    public static void main(String[] arguments) {
        try {
            System.out.println(run(System.getenv()));
        } catch (RuntimeException e) {
            System.err.println("the portal could not be filled: " + e);
            System.exit(1);
        }
    }

    private static String run(Map<String, String> given) {
        var filling = new Filling(
                URI.create(required(given, "SHOWCASE_PORTAL")),
                required(given, "SHOWCASE_TOKEN"),
                Path.of(required(given, "SHOWCASE_FILMS")));
        if (filling.isFilled()) return "The library is as you left it.";
        var connection = given.get("SHOWCASE_CONNECTION");
        int talks = filling.fill(required(given, "SHOWCASE_PASSWORD"), connection, Integer.MAX_VALUE);
        return "The sample library is complete: " + talks + " videos, with people, drafts and a review queue.";
    }

    private static String required(Map<String, String> given, String name) {
        return Objects.requireNonNull(given.get(name), name + " is missing");
    }
}
