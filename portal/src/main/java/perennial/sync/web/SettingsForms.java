package perennial.sync.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.people.People;
import perennial.people.Person;
import perennial.sync.Connection;
import perennial.sync.Connections;
import perennial.sync.Settings;

/** Fills the settings form, from a connection or from what was typed. */
@Component
class SettingsForms {
    private static final List<String> FIELDS = List.of(
            "name",
            "accountId",
            "clientId",
            "clientSecret",
            "webhookSecret",
            "oauthUrl",
            "apiUrl",
            "users",
            "fallbackOwner",
            "publishAs",
            "fetchFrom",
            "publishStatus",
            "deleteGrace",
            "deletionCap");
    /** A box that is not ticked is not sent, so its absence means no. */
    private static final List<String> TOGGLES =
            List.of("stopOnUnknownUser", "concatenate", "deleteFromZoom", "deletePermanently", "deleteUnimported");

    private static final Pattern DAYS = Pattern.compile("P(\\d+)D");

    private final Connections connections;
    private final People people;

    SettingsForms(Connections connections, People people) {
        this.connections = connections;
        this.people = people;
    }

    SettingsForm fresh(Person viewer) {
        return form(null, "New connection", texts(connections.defaults()), Map.of(), Set.of(), null, viewer);
    }

    SettingsForm of(Connection connection, Person viewer) {
        var settings = connection.settings();
        return form(
                connection.id().toString(),
                settings.name(),
                texts(settings),
                Map.of(),
                connection.secretsSaved(),
                null,
                viewer);
    }

    /** The form again, with what was typed and what is wrong with it. */
    SettingsForm refused(
            @Nullable Connection connection, Map<String, String> typed, Map<String, String> errors, Person viewer) {
        return again(connection, typed, errors, null, viewer);
    }

    /** The form again, with what was typed and what it would do. */
    SettingsForm previewed(
            @Nullable Connection connection, Map<String, String> typed, PreviewView preview, Person viewer) {
        return again(connection, typed, Map.of(), preview, viewer);
    }

    private SettingsForm again(
            @Nullable Connection connection,
            Map<String, String> typed,
            Map<String, String> errors,
            @Nullable PreviewView preview,
            Person viewer) {
        var values = new HashMap<>(typed);
        values.put("clientSecret", "");
        values.put("webhookSecret", "");
        values.put("confirm", "");
        values.put("deleteGrace", days(values.getOrDefault("deleteGrace", "")));
        return connection == null
                ? form(null, "New connection", values, errors, Set.of(), preview, viewer)
                : form(
                        connection.id().toString(),
                        connection.settings().name(),
                        values,
                        errors,
                        connection.secretsSaved(),
                        preview,
                        viewer);
    }

    /** What the form sends, as the fields of the automation contract; an empty secret means: keep it. */
    static Map<String, String> fields(Map<String, String> sent) {
        var fields = new HashMap<String, String>();
        for (var name : FIELDS) fields.put(name, sent.getOrDefault(name, ""));
        for (var name : TOGGLES) fields.put(name, sent.getOrDefault(name, "false"));
        var grace = fields.getOrDefault("deleteGrace", "").strip();
        if (grace.matches("\\d{1,5}")) fields.put("deleteGrace", "P%sD".formatted(grace));
        if (sent.containsKey("confirm")) fields.put("confirm", sent.get("confirm"));
        for (var secret : List.of("clientSecret", "webhookSecret")) {
            if (fields.getOrDefault(secret, "").isBlank()) fields.remove(secret);
        }
        return fields;
    }

    private SettingsForm form(
            @Nullable String id,
            String title,
            Map<String, String> values,
            Map<String, String> errors,
            Set<String> secrets,
            @Nullable PreviewView preview,
            Person viewer) {
        return new SettingsForm(
                id, title, values, errors, secrets.contains("clientSecret"), viewer.name(), owners(), preview);
    }

    /** Whole days as their number, anything else as it is. */
    private static String days(String duration) {
        var whole = DAYS.matcher(duration.strip());
        return whole.matches() ? whole.group(1) : duration;
    }

    private List<SettingsForm.Owner> owners() {
        return people.authors().stream()
                .map(person -> new SettingsForm.Owner(person.id().toString(), person.name()))
                .toList();
    }

    private static Map<String, String> texts(Settings settings) {
        var publishing = settings.publishing();
        var texts = new HashMap<String, String>();
        texts.put("name", settings.name());
        texts.put("accountId", or(settings.door().accountId()));
        texts.put("clientId", or(settings.door().clientId()));
        texts.put("oauthUrl", settings.door().oauthUrl().toString());
        texts.put("apiUrl", settings.door().apiUrl().toString());
        texts.put("users", String.join("\n", settings.whose().users()));
        texts.put("stopOnUnknownUser", String.valueOf(settings.whose().stopOnUnknownUser()));
        texts.put("publishAs", publishing.publishAs().word());
        texts.put("publishStatus", publishing.publishStatus().word());
        texts.put("concatenate", String.valueOf(publishing.concatenate()));
        texts.put(
                "fallbackOwner",
                publishing.fallbackOwner() == null
                        ? ""
                        : publishing.fallbackOwner().toString());
        var deletion = settings.deletion();
        texts.put("deleteFromZoom", String.valueOf(deletion.deleteFromZoom()));
        texts.put("deletePermanently", String.valueOf(deletion.permanently()));
        texts.put("deleteUnimported", String.valueOf(deletion.unimported()));
        texts.put("deletionCap", String.valueOf(deletion.cap()));
        boolean wholeDays =
                deletion.grace().equals(Duration.ofDays(deletion.grace().toDays()));
        texts.put(
                "deleteGrace",
                wholeDays
                        ? String.valueOf(deletion.grace().toDays())
                        : deletion.grace().toString());
        texts.put("fetchFrom", settings.choice().fetchFrom().toString());
        return texts;
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
