package zoomsim.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that was answered, or at least its reply begun.
 *
 * @param server {@code api} or {@code cdn}
 * @param path as it came, still encoded
 * @param query as it came, empty when there was none
 * @param range the Range header
 * @param authorized whether an Authorization header came, right or wrong
 */
public record LoggedRequest(
        Instant at,
        String server,
        String method,
        String path,
        String query,
        @Nullable String range,
        boolean authorized,
        int status) {}
