package perennial.storage;

import java.io.IOException;
import java.util.Locale;

/** Java has no exception of its own for a full disk; the system's words are all there is. */
final class DiskFull {
    private DiskFull() {}

    static boolean caused(IOException e) {
        var words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("no space left on device") || words.contains("quota exceeded");
    }
}
