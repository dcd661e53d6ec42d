package perennial.sync.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import perennial.sync.Connection;

/** The settings form as it is sent, turned into the fields of the automation contract. */
final class FormFields {
    /** Lengths of time that the form asks for as a whole number: field, unit in ISO 8601, and what people call it. */
    static final List<Unit> UNITS = List.of(
            new Unit("deleteGrace", "P", "D", "days", 3),
            new Unit("minimumLength", "PT", "M", "minutes", 5),
            new Unit("falseStart", "PT", "S", "seconds", 30));

    private static final List<String> TEXTS = List.of(
            "name",
            "auth",
            "accountId",
            "clientId",
            "clientSecret",
            "apiKey",
            "apiSecret",
            "webhookSecret",
            "oauthUrl",
            "apiUrl",
            "users",
            "aliases",
            "fallbackOwner",
            "publishAs",
            "fetchFrom",
            "minimumLength",
            "falseStart",
            "topicInclude",
            "topicExclude",
            "publishStatus",
            "deleteGrace",
            "deletionCap");

    /** A box that is not ticked is not sent, so its absence means no. */
    private static final List<String> TOGGLES = List.of(
            "stopOnUnknownUser",
            "concatenate",
            "webinars",
            "privateChat",
            "deleteFromZoom",
            "deletePermanently",
            "deleteUnimported");

    private FormFields() {}

    /** A length of time in one unit. */
    record Unit(String field, String before, String after, String name, int example) {
        /** "3" for P3D; what is no whole number of this unit stays as it is. */
        String shown(String duration) {
            var text = duration.strip();
            if (text.equals("PT0S")) return "0";
            var whole = Pattern.compile(before + "(\\d+)" + after).matcher(text);
            return whole.matches() ? whole.group(1) : duration;
        }

        private String sent(String text) {
            return text.strip().matches("\\d{1,9}") ? before + text.strip() + after : text;
        }

        /** What to say beside the field instead of the contract's sentence. */
        String sentence() {
            return "Enter a whole number of %s, such as %d.".formatted(name, example);
        }
    }

    /** A secret that was left empty is not among them, which means: keep what is saved. */
    static Map<String, String> of(MultiValueMap<String, String> sent) {
        var fields = new HashMap<String, String>();
        for (var name : TEXTS) fields.put(name, first(sent, name, ""));
        for (var name : TOGGLES) fields.put(name, first(sent, name, "false"));
        var views = sent.getOrDefault("views", List.of());
        fields.put("views", sent.containsKey("allViews") ? "" : String.join("\n", views));
        for (var unit : UNITS) fields.computeIfPresent(unit.field(), (field, text) -> unit.sent(text));
        if (sent.containsKey("confirm")) fields.put("confirm", first(sent, "confirm", ""));
        for (var secret : Connection.SECRETS) {
            if (fields.getOrDefault(secret, "").isBlank()) fields.remove(secret);
        }
        return fields;
    }

    private static String first(MultiValueMap<String, String> sent, String name, String otherwise) {
        var value = sent.getFirst(name);
        return value == null ? otherwise : value;
    }
}
