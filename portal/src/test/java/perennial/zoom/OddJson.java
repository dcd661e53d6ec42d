package perennial.zoom;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes of good JSON what no server should send: fields that lack, are of another type, or hold hostile text. */
public final class OddJson {
    private static final List<String> ODD = List.of(
            "null",
            "0",
            "-1",
            "1e400",
            "99999999999999999999",
            "1.5",
            "\"\"",
            "\" \"",
            "\"12\"",
            "\"x\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "true",
            "[]",
            "{}",
            "[[[]]]",
            "{\"code\": 124}",
            "\"2026-13-45T99:99:99Z\"",
            "\"9999-12-31T23:59:59Z\"",
            "\"0001-01-01T00:00:00Z\"",
            "\"https://[\"",
            "\"../../etc\"",
            "\"<script>alert(1)</script>\"",
            "\"\\u202Egpj.exe\\r\\nX: y\"",
            "\"'; drop table media; --\"",
            "\"" + "a".repeat(70_000) + "\"");

    private final Random random;

    public OddJson(Random random) {
        this.random = random;
    }

    /** With one to four changes; one of five texts is damaged instead, and may be no JSON any more. */
    public String mutated(String json) {
        if (random.nextInt(5) == 0) return damaged(json);
        var root = Json.read(json);
        mutate(root);
        return root.toString();
    }

    /** One to four changes somewhere below {@code root}. */
    public void mutate(JsonNode root) {
        for (int i = random.nextInt(4); i >= 0; i--) change(root);
    }

    private String damaged(String json) {
        int at = random.nextInt(json.length());
        return random.nextBoolean()
                ? json.substring(0, at)
                : json.substring(0, at) + (char) random.nextInt(128) + json.substring(at + 1);
    }

    /** Walks down at random and puts something odd in place of what is there, or takes it away. */
    private void change(JsonNode node) {
        if (node.isEmpty()) return;
        int at = random.nextInt(node.size());
        var odd = random.nextInt(6) == 0 ? null : Json.read(ODD.get(random.nextInt(ODD.size())));
        switch (node) {
            case ObjectNode object -> {
                var name = List.copyOf(object.propertyNames()).get(at);
                if (goesDeeper(object.path(name))) change(object.path(name));
                else if (odd == null) object.remove(name);
                else object.set(name, odd);
            }
            case ArrayNode array -> {
                if (goesDeeper(array.path(at))) change(array.path(at));
                else if (odd == null) array.remove(at);
                else array.set(at, odd);
            }
            default -> {}
        }
    }

    private boolean goesDeeper(JsonNode child) {
        return child.isContainer() && !child.isEmpty() && random.nextInt(8) > 0;
    }
}
