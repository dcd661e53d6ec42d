package zoomsim.http;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a client gets back. */
public record Reply(int status, Map<String, String> headers, Body body) {
    public static Reply json(int status, JsonNode json) {
        return new Reply(status, Map.of("Content-Type", "application/json;charset=UTF-8"), Body.of(json.toString()));
    }

    public static Reply html(int status, String page) {
        return new Reply(status, Map.of("Content-Type", "text/html;charset=utf-8"), Body.of(page));
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), Body.NONE);
    }

    public Reply with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    public Reply with(Map<String, String> others) {
        var more = new LinkedHashMap<>(headers);
        more.putAll(others);
        return new Reply(status, more, body);
    }

    public Reply with(Body other) {
        return new Reply(status, headers, other);
    }
}
