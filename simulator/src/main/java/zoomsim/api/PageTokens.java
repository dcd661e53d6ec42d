package zoomsim.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import zoomsim.http.ApiError;
import zoomsim.http.Refusal;
import zoomsim.http.Request;

/** Remembers where a next page begins; a token works for the same question only, and not for long. */
final class PageTokens {
    static final Duration LIFE = Duration.ofMinutes(15);

    private static final String PARAMETER = "next_page_token";

    private final Clock clock;
    private final Map<String, Place> places = new ConcurrentHashMap<>();

    PageTokens(Clock clock) {
        this.clock = clock;
    }

    /** How many items the pages before have shown. */
    int offset(Request request) {
        var token = request.parameter(PARAMETER).orElse("");
        if (token.isEmpty()) return 0;
        var place = places.get(token);
        if (place == null || !clock.instant().isBefore(place.expires) || !place.question.equals(question(request))) {
            throw new Refusal(ApiError.STALE_PAGE_TOKEN);
        }
        return place.offset;
    }

    /** A token for what comes after {@code offset} items; empty text when nothing comes. */
    String next(Request request, int offset, int total) {
        if (offset >= total) return "";
        var now = clock.instant();
        places.values().removeIf(place -> !now.isBefore(place.expires));
        var token = UUID.randomUUID().toString().replace("-", "");
        places.put(token, new Place(question(request), offset, now.plus(LIFE)));
        return token;
    }

    private static String question(Request request) {
        var parameters = new TreeMap<>(request.query());
        parameters.remove(PARAMETER);
        return request.path() + parameters;
    }

    private record Place(String question, int offset, Instant expires) {}
}
