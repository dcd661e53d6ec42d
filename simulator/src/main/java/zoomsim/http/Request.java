package zoomsim.http;

import com.sun.net.httpserver.Headers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a client asked.
 *
 * @param path as it came, still encoded
 * @param query decoded; the last of several equal names counts
 * @param rawQuery as it came, empty when there was none
 * @param body decoded as UTF-8
 */
public record Request(
        String method, String path, String rawQuery, Map<String, String> query, Headers headers, String body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** The same request as if that header had not been sent. */
    public Request without(String header) {
        var fewer = new Headers();
        fewer.putAll(headers);
        fewer.remove(header);
        return new Request(method, path, rawQuery, query, fewer, body);
    }

    /** Decodes {@code a=1&b=2}, of a query or of a form. */
    public static Map<String, String> parameters(String encoded) {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : encoded.split("&", -1)) {
            if (pair.isEmpty()) continue;
            int equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            var value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.put(decoded(name), decoded(value));
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
