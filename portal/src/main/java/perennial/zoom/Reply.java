package perennial.zoom;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered.
 *
 * @param headers by name in lower case; of repeated ones the first
 */
record Reply(int status, Map<String, String> headers, String body) {

    @Nullable
    String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    boolean ok() {
        return status >= 200 && status < 300;
    }
}
