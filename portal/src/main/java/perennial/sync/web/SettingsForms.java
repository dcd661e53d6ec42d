package perennial.sync.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.library.ViewNames;
import perennial.people.People;
import perennial.people.Person;
import perennial.people.PersonId;
import perennial.sync.Connection;
import perennial.sync.Connections;
import perennial.sync.Settings;

/** Fills the settings form, from a connection or from what was typed. */
@Component
class SettingsForms {
    private static final String NEW = "New connection";

    /** The views that most meetings have. */
    private static final List<String> VIEWS = List.of(
            "active_speaker",
            "gallery_view",
            "shared_screen",
            "shared_screen_with_speaker_view",
            "shared_screen_with_speaker_view(CC)",
            "shared_screen_with_gallery_view");

    private final Connections connections;
    private final People people;

    SettingsForms(Connections connections, People people) {
        this.connections = connections;
        this.people = people;
    }

    SettingsForm fresh(Person viewer) {
        return form(null, texts(connections.defaults()), Map.of(), Set.of(), null, viewer);
    }

    SettingsForm of(Connection connection, Person viewer) {
        return form(connection, texts(connection.settings()), Map.of(), Set.of(), null, viewer);
    }

    /** The form again, with what was typed and what is wrong with it. */
    SettingsForm refused(
            @Nullable Connection connection, Map<String, String> typed, Map<String, String> errors, Person viewer) {
        return form(connection, again(typed), inUnits(errors), secrets(typed), null, viewer);
    }

    /** The form again, with what was typed and what it would do. */
    SettingsForm previewed(
            @Nullable Connection connection, Map<String, String> typed, PreviewView preview, Person viewer) {
        var values = texts(connection == null ? connections.defaults() : connection.settings());
        values.putAll(again(typed)); // over the API, only what is to change was sent
        return form(connection, values, Map.of(), secrets(typed), preview, viewer);
    }

    /** Those that were typed: they are not on the page any more. */
    private static Set<String> secrets(Map<String, String> typed) {
        return Connection.SECRETS.stream().filter(typed::containsKey).collect(Collectors.toSet());
    }

    private static Map<String, String> again(Map<String, String> typed) {
        var values = new HashMap<>(typed);
        Connection.SECRETS.forEach(values::remove);
        values.remove("confirm");
        for (var unit : FormFields.UNITS) values.computeIfPresent(unit.field(), (field, text) -> unit.shown(text));
        return values;
    }

    private static Map<String, String> inUnits(Map<String, String> errors) {
        var worded = new LinkedHashMap<>(errors);
        for (var unit : FormFields.UNITS) worded.computeIfPresent(unit.field(), (field, text) -> unit.sentence());
        return worded;
    }

    private SettingsForm form(
            @Nullable Connection connection,
            Map<String, String> values,
            Map<String, String> errors,
            Set<String> secretsTyped,
            @Nullable PreviewView preview,
            Person viewer) {
        return new SettingsForm(
                connection == null ? null : connection.id().toString(),
                connection == null ? NEW : connection.settings().name(),
                values,
                errors,
                connection == null ? Set.of() : connection.secretsSaved(),
                secretsTyped,
                viewer.name(),
                owners(values.getOrDefault("fallbackOwner", "")),
                views(values.getOrDefault("views", "")),
                preview);
    }

    /** Those who may be, and whoever is: a blocked one stays chosen until somebody changes that. */
    private List<SettingsForm.Choice> owners(String chosen) {
        return Stream.concat(people.authors().stream(), known(chosen).stream())
                .map(person -> new SettingsForm.Choice(person.id().toString(), person.name()))
                .distinct()
                .toList();
    }

    private Optional<Person> known(String id) {
        try {
            return people.byId(PersonId.parse(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Those of most meetings, and what else was chosen. */
    private static List<SettingsForm.Choice> views(String chosen) {
        return Stream.concat(VIEWS.stream(), chosen.lines().filter(line -> !line.isBlank()))
                .distinct()
                .map(view -> new SettingsForm.Choice(view, ViewNames.label(view)))
                .toList();
    }

    private Map<String, String> texts(Settings settings) {
        var texts = new HashMap<String, String>();
        texts.put("name", settings.name());
        var door = settings.door();
        texts.put("auth", door.auth().word());
        texts.put("accountId", or(door.accountId()));
        texts.put("clientId", or(door.clientId()));
        texts.put("apiKey", or(door.apiKey()));
        texts.put("oauthUrl", door.oauthUrl().toString());
        texts.put("apiUrl", door.apiUrl().toString());
        texts.put("users", String.join("\n", settings.whose().users()));
        texts.put("stopOnUnknownUser", String.valueOf(settings.whose().stopOnUnknownUser()));
        publishing(settings.publishing(), texts);
        choice(settings.choice(), texts);
        deletion(settings.deletion(), texts);
        for (var unit : FormFields.UNITS) texts.computeIfPresent(unit.field(), (field, text) -> unit.shown(text));
        return texts;
    }

    private void publishing(Settings.Publishing publishing, Map<String, String> texts) {
        texts.put("publishAs", publishing.publishAs().word());
        texts.put("publishStatus", publishing.publishStatus().word());
        texts.put("concatenate", String.valueOf(publishing.concatenate()));
        var owner = publishing.fallbackOwner();
        texts.put("fallbackOwner", owner == null ? "" : owner.toString());
        texts.put(
                "aliases",
                publishing.aliases().entrySet().stream()
                        .map(alias -> "%s = %s".formatted(alias.getKey(), address(alias.getValue())))
                        .collect(Collectors.joining("\n")));
    }

    private String address(PersonId id) {
        return people.byId(id).map(Person::email).orElse(id.toString());
    }

    private static void choice(Settings.Choice choice, Map<String, String> texts) {
        texts.put("fetchFrom", choice.fetchFrom().toString());
        texts.put("views", String.join("\n", choice.views()));
        texts.put("minimumLength", in(choice.minimumLength(), Duration.ofMinutes(1), "PT%dM"));
        texts.put("falseStart", in(choice.falseStart(), Duration.ofSeconds(1), "PT%dS"));
        texts.put("topicInclude", or(choice.topicInclude()));
        texts.put("topicExclude", or(choice.topicExclude()));
        texts.put("webinars", String.valueOf(choice.webinars()));
        texts.put("privateChat", String.valueOf(choice.privateChat()));
    }

    /** In whole units where it is that. */
    private static String in(Duration length, Duration unit, String format) {
        long units = length.dividedBy(unit);
        return unit.multipliedBy(units).equals(length) ? format.formatted(units) : length.toString();
    }

    private static void deletion(Settings.Deletion deletion, Map<String, String> texts) {
        texts.put("deleteFromZoom", String.valueOf(deletion.deleteFromZoom()));
        texts.put("deletePermanently", String.valueOf(deletion.permanently()));
        texts.put("deleteUnimported", String.valueOf(deletion.unimported()));
        texts.put("deletionCap", String.valueOf(deletion.cap()));
        texts.put("deleteGrace", in(deletion.grace(), Duration.ofDays(1), "P%dD"));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
