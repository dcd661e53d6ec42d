package zoomsim.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import zoomsim.http.Reply;
import zoomsim.http.Request;

/**
 * One operation of the API.
 *
 * @param pattern path below {@code /v2}, in which <code>{}</code> stands for any one segment
 * @param anyScope the operation is open to a token with one of these
 */
record Route(String method, String pattern, RateLabel label, List<String> anyScope, Operation operation) {
    /** Answers; {@code variables} are the segments that stood for <code>{}</code>, still encoded. */
    @FunctionalInterface
    interface Operation {
        Reply answer(Request request, List<String> variables);
    }

    Optional<List<String>> match(String askedMethod, String path) {
        if (!askedMethod.equals(method)) return Optional.empty();
        var expected = pattern.split("/", -1);
        var given = path.split("/", -1);
        if (expected.length != given.length) return Optional.empty();
        var variables = new ArrayList<String>();
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].equals("{}")) variables.add(given[i]);
            else if (!expected[i].equals(given[i])) return Optional.empty();
        }
        return Optional.of(variables);
    }
}
