package perennial.watch;

import java.util.ArrayList;
import java.util.List;
import perennial.library.SummaryFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Zoom's AI Companion wrote of a meeting. Zoom documents no layout for these files, so whatever is known from its API for
 * meeting summaries and from files that were seen is understood, and all else is passed over.
 *
 * @param overview a paragraph or two; empty for none
 */
public record Summary(String overview, List<Point> points, List<String> nextSteps) {
    /** Nothing was written. */
    public static final Summary NONE = new Summary("", List.of(), List.of());

    private static final int MOST = 100;

    /** What was said of one subject. */
    public record Point(String title, String text) {}

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /**
     * Reads the files of an item.
     *
     * @param texts of the files, in their order
     */
    static Summary of(List<SummaryFile> files, List<String> texts) {
        var overview = "";
        var points = new ArrayList<Point>();
        var steps = new ArrayList<String>();
        for (var i = 0; i < files.size(); i++) {
            var json = read(texts.get(i));
            if (files.get(i).nextSteps()) {
                steps(json, steps);
            } else {
                if (overview.isEmpty())
                    overview = first(json, "overall_summary", "summary_overview", "summary_content");
                points(json, points);
                json.path("next_steps").forEach(step -> add(steps, words(step)));
            }
        }
        return new Summary(
                overview,
                points.stream().distinct().limit(MOST).toList(),
                steps.stream().distinct().limit(MOST).toList());
    }

    private static JsonNode read(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return JsonMapper.shared().createObjectNode(); // kept as an original, whatever it is
        }
    }

    private static void points(JsonNode json, List<Point> points) {
        for (var list : List.of("items", "summary_details")) {
            for (var item : json.path(list)) {
                var title = first(item, "label", "title");
                var text = first(item, "summary", "short_summary", "content");
                if (!title.isEmpty() || !text.isEmpty()) points.add(new Point(title, text));
            }
        }
    }

    private static void steps(JsonNode json, List<String> steps) {
        for (var list : List.of("next_steps", "items", "summary_details")) {
            json.path(list).forEach(step -> add(steps, words(step)));
        }
        if (steps.isEmpty())
            first(json, "overall_summary", "summary").lines().forEach(line -> add(steps, line.strip()));
    }

    private static String words(JsonNode step) {
        return step.isString()
                ? step.asString().strip()
                : first(step, "summary", "text", "short_summary", "content", "label");
    }

    private static void add(List<String> steps, String step) {
        if (!step.isEmpty()) steps.add(step);
    }

    private static String first(JsonNode json, String... names) {
        for (var name : names) {
            var value = json.path(name);
            if (value.isString() && !value.asString().isBlank())
                return value.asString().strip();
        }
        return "";
    }
}
