package perennial.zoom;

import java.time.Instant;
import java.util.Set;

/**
 * A bearer token.
 *
 * @param renewAt when to ask for the next one, some minutes before this one ends
 * @param scopes as told with the token; empty when nothing was told
 */
record Token(String value, Instant renewAt, Set<String> scopes) {
    @Override
    public String toString() {
        return "Token[renewAt=%s]".formatted(renewAt);
    }
}
