package perennial.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** The answer to too many tries. */
final class TooMany {
    private TooMany() {}

    /** Sets status and Retry-After, and words the problem beside {@code field}. */
    static Map<String, String> answer(HttpServletResponse response, Duration pause, String field) {
        response.setStatus(429);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(pause.toSeconds() + 1));
        return Map.of(field, sentence(pause));
    }

    static String sentence(Duration pause) {
        return "Too many tries. Wait " + (pause.toMinutes() + 1) + " min, then try again.";
    }
}
