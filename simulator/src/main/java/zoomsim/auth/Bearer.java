package zoomsim.auth;

import java.util.Optional;
import zoomsim.http.Request;

/** Finds the bearer token of a request. */
public final class Bearer {
    private Bearer() {}

    public static Optional<String> of(Request request) {
        return request.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).strip());
    }
}
