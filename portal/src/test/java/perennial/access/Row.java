package perennial.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One line of {@code matrix.txt}.
 *
 * @param method ANY for a route that takes whatever comes, FILES for a folder of files
 * @param route as the router writes it
 * @param admin whether a token needs the scope admin
 * @param lists whether it must show some video to somebody
 * @param sent see {@code matrix.txt}; may be empty
 */
record Row(Kind kind, String method, String route, boolean admin, boolean lists, String sent) {
    private static final Pattern LINE =
            Pattern.compile("(\\w+) +(\\S+)(?: (\\(admin\\)))?(?: (\\(lists\\)))?(?: (.+))?");

    static List<Row> all() {
        var rows = new ArrayList<Row>();
        Kind kind = Kind.WHOEVER;
        for (var line : text().split("\n", -1)) {
            if (line.isBlank() || line.startsWith("#")) continue;
            if (line.startsWith("[")) kind = Kind.of(line.substring(1, line.length() - 1));
            else rows.add(of(kind, line));
        }
        return rows;
    }

    private static Row of(Kind kind, String line) {
        var found = LINE.matcher(line);
        if (!found.matches()) throw new AssertionError("no line of the matrix: " + line);
        return new Row(
                kind,
                found.group(1),
                found.group(2),
                found.group(3) != null,
                found.group(4) != null,
                Objects.requireNonNullElse(found.group(5), ""));
    }

    private static String text() {
        try (var file = Objects.requireNonNull(Row.class.getResourceAsStream("matrix.txt"))) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What an asker is to get; where it is about one of many things that are no videos, there is none of that name here. */
    Answer answer(Asker asker, State state) {
        var answer = kind.answer(asker, state);
        var ofSomething = route.contains("{") && !kind.ofVideo() && !kind.ofOwner();
        return answer == Answer.IN && ofSomething ? Answer.IN_IF_THERE : answer;
    }

    /** As the router's own list names it. */
    String name() {
        return method + " " + route;
    }

    boolean files() {
        return method.equals("FILES");
    }

    /** Asked with a token instead of a session. */
    boolean api() {
        return route.startsWith("/api/") || route.startsWith("/actuator");
    }

    boolean reads() {
        return List.of("GET", "HEAD", "OPTIONS", "ANY", "FILES").contains(method);
    }

    /** The scope that a token needs. */
    String scope() {
        if (admin) return "admin";
        return reads() ? "read" : "write";
    }
}
