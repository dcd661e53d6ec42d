package perennial.sync.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            "publishStatus");
    /** A box that is not ticked is not sent, so its absence means no. */
    private static final List<String> TOGGLES = List.of("stopOnUnknownUser", "concatenate");

    private final Connections connections;
    private final People people;

    SettingsForms(Connections connections, People people) {
        this.connections = connections;
        this.people = people;
    }

    SettingsForm fresh(Person viewer) {
        return form(null, "New connection", texts(connections.defaults()), Map.of(), Set.of(), viewer);
    }

    SettingsForm of(Connection connection, Person viewer) {
        var settings = connection.settings();
        return form(
                connection.id().toString(),
                settings.name(),
                texts(settings),
                Map.of(),
                connection.secretsSaved(),
                viewer);
    }

    /** The form again, with what was typed and what is wrong with it. */
    SettingsForm refused(
            @Nullable Connection connection, Map<String, String> typed, Map<String, String> errors, Person viewer) {
        var values = new HashMap<>(typed);
        values.put("clientSecret", "");
        values.put("webhookSecret", "");
        return connection == null
                ? form(null, "New connection", values, errors, Set.of(), viewer)
                : form(
                        connection.id().toString(),
                        connection.settings().name(),
                        values,
                        errors,
                        connection.secretsSaved(),
                        viewer);
    }

    /** What the form sends, as the fields of the automation contract; an empty secret means: keep it. */
    static Map<String, String> fields(Map<String, String> sent) {
        var fields = new HashMap<String, String>();
        for (var name : FIELDS) fields.put(name, sent.getOrDefault(name, ""));
        for (var name : TOGGLES) fields.put(name, sent.getOrDefault(name, "false"));
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
            Person viewer) {
        return new SettingsForm(id, title, values, errors, secrets.contains("clientSecret"), viewer.name(), owners());
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
        texts.put("fetchFrom", settings.choice().fetchFrom().toString());
        return texts;
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
