package perennial.video;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads Zoom's timeline files, JSON that tells who speaks when. Entries without a readable time are left out. */
public final class Timelines {
    private static final JsonMapper JSON = new JsonMapper();

    private Timelines() {}

    /**
     * The entries in the file's order; none when nobody spoke. Does not close {@code in}.
     *
     * @throws MediaException.NotMedia if the file is too large or no JSON
     */
    public static List<Speaking> parse(InputStream in) {
        return entries(TextFile.read(in, "timeline"));
    }

    /** The same for text at hand. */
    public static List<Speaking> parse(String text) {
        return entries(TextFile.checked(text, "timeline"));
    }

    private static List<Speaking> entries(String text) {
        if (text.isBlank()) return List.of();
        var found = new ArrayList<Speaking>();
        for (var entry : tree(text).path("timeline")) {
            if (found.size() == TextFile.LIMIT_ENTRIES) break;
            ClockTime.parse(entry.path("ts").asString(""))
                    .ifPresent(at -> found.add(new Speaking(at, names(entry.path("users")))));
        }
        return found;
    }

    private static List<String> names(JsonNode users) {
        var names = new ArrayList<String>();
        for (var user : users) {
            var name = user.path("username").asString("").strip();
            if (!name.isEmpty() && !names.contains(name)) names.add(name);
        }
        return names;
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new MediaException.NotMedia("The timeline is no JSON.");
        }
    }
}
