package perennial.sync;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import perennial.people.PersonId;
import perennial.secrets.SecretText;

/**
 * Turns the fields of the automation contract into {@link Settings}, whether they come from a form or as JSON, and names
 * each field that cannot be taken.
 */
final class SettingsReader {
    /** What an answer holds and a request may send back; it is not for setting. */
    private static final Set<String> IGNORED = Set.of("id", "confirm", "createdAt", "secretsSaved", "authorization");

    private static final Pattern VIEW = Pattern.compile("[A-Za-z0-9_.()-]{1,100}");
    private static final int MOST_USERS = 10_000;

    private final FieldReader fields;
    private final Function<String, Optional<PersonId>> people;
    private final LocalDate fetchFromDefault;

    /** @param people finds who is meant by an id or an e-mail address */
    SettingsReader(Map<String, ?> values, Function<String, Optional<PersonId>> people, LocalDate fetchFromDefault) {
        this.fields = new FieldReader(values);
        this.people = people;
        this.fetchFromDefault = fetchFromDefault;
    }

    /**
     * All that was asked for.
     *
     * @param secrets only those that were given
     */
    record Wish(Settings settings, boolean enabled, Map<String, SecretText> secrets) {}

    /**
     * @param before what holds for fields that are absent
     * @param saved secrets that have a value already
     * @throws InvalidSettings naming every field that is wrong
     */
    Wish read(Settings before, boolean enabledBefore, Set<String> saved) {
        var defaults = Settings.defaults(fetchFromDefault);
        var settings = new Settings(
                fields.text("name", before.name(), defaults.name()),
                door(before.door(), defaults.door()),
                whose(before.whose()),
                publishing(before.publishing(), defaults.publishing()),
                deletion(before.deletion(), defaults.deletion()),
                choice(before.choice(), defaults.choice()));
        if (settings.name().length() > 200) fields.wrong("name", "This is too long; 200 characters are the most.");
        var enabled = fields.flag("enabled", enabledBefore, false);
        var secrets = new java.util.LinkedHashMap<String, SecretText>();
        for (var name : Connection.SECRETS) secret(name, secrets);
        checkDoor(before.door(), settings.door(), saved, secrets);
        fields.finish(IGNORED);
        return new Wish(settings, enabled, secrets);
    }

    private Settings.Door door(Settings.Door before, Settings.Door defaults) {
        return new Settings.Door(
                fields.choice("auth", Auth.class, before.auth(), defaults.auth()),
                fields.optional("accountId", before.accountId()),
                fields.optional("clientId", before.clientId()),
                fields.optional("apiKey", before.apiKey()),
                fields.address("oauthUrl", before.oauthUrl(), defaults.oauthUrl()),
                fields.address("apiUrl", before.apiUrl(), defaults.apiUrl()));
    }

    /** An empty secret keeps the old one, as a password field that nobody touched is sent empty. */
    private void secret(String name, Map<String, SecretText> secrets) {
        var given = fields.has(name) ? fields.given(name) : null;
        if (given != null) secrets.put(name, new SecretText(given));
    }

    /** What was saved for one host is sent to no other. */
    private void checkDoor(Settings.Door before, Settings.Door door, Set<String> saved, Map<String, SecretText> given) {
        if (!door.sameHosts(before)) {
            var field = door.auth() == Auth.SERVER_TO_SERVER ? "clientSecret" : "apiSecret";
            if (saved.contains(field) && !given.containsKey(field)) {
                fields.wrong(
                        field,
                        "An address leads to another host now. Type this secret once more: what is saved goes only where it was meant for.");
            }
        }
        if (door.auth() == Auth.SERVER_TO_SERVER) {
            require("accountId", door.accountId(), "the account ID of the Server-to-Server OAuth app");
            require("clientId", door.clientId(), "the client ID of the Server-to-Server OAuth app");
            requireSecret("clientSecret", saved, given, "the client secret of the Server-to-Server OAuth app");
        } else {
            require("apiKey", door.apiKey(), "the API key of the JWT app");
            requireSecret("apiSecret", saved, given, "the API secret of the JWT app");
        }
    }

    private void require(String field, @Nullable String value, String what) {
        if (value == null) fields.wrong(field, "Enter %s; Zoom shows it under App Credentials.".formatted(what));
    }

    private void requireSecret(String field, Set<String> saved, Map<String, SecretText> given, String what) {
        if (!saved.contains(field) && !given.containsKey(field)) require(field, null, what);
    }

    private Settings.Whose whose(Settings.Whose before) {
        var users = before.users();
        try {
            users = Addresses.parse(fields.lines("users", String.join("\n", before.users())));
            if (users.size() > MOST_USERS) {
                fields.wrong(
                        "users", "At most %d addresses; leave the list empty for everybody.".formatted(MOST_USERS));
            }
        } catch (Addresses.Malformed e) {
            fields.wrong("users", String.valueOf(e.getMessage()));
        }
        return new Settings.Whose(users, fields.flag("stopOnUnknownUser", before.stopOnUnknownUser(), false));
    }

    private Settings.Publishing publishing(Settings.Publishing before, Settings.Publishing defaults) {
        return new Settings.Publishing(
                fields.choice("publishAs", PublishAs.class, before.publishAs(), defaults.publishAs()),
                fallbackOwner(before.fallbackOwner()),
                new AliasReader(fields, people).read(before.aliases()),
                fields.flag("concatenate", before.concatenate(), defaults.concatenate()),
                fields.choice("publishStatus", PublishStatus.class, before.publishStatus(), defaults.publishStatus()));
    }

    private @Nullable PersonId fallbackOwner(@Nullable PersonId before) {
        if (!fields.has("fallbackOwner")) return before;
        var text = fields.given("fallbackOwner");
        if (text == null) return null;
        var person = people.apply(text);
        if (person.isEmpty()) fields.wrong("fallbackOwner", "Nobody in the portal has this id or e-mail address.");
        return person.orElse(before);
    }

    private Settings.Deletion deletion(Settings.Deletion before, Settings.Deletion defaults) {
        return new Settings.Deletion(
                fields.flag("deleteFromZoom", before.deleteFromZoom(), defaults.deleteFromZoom()),
                fields.duration("deleteGrace", before.grace(), defaults.grace()),
                fields.flag("deletePermanently", before.permanently(), defaults.permanently()),
                fields.flag("deleteUnimported", before.unimported(), defaults.unimported()),
                fields.number("deletionCap", before.cap(), defaults.cap(), 1, 100_000));
    }

    private Settings.Choice choice(Settings.Choice before, Settings.Choice defaults) {
        return new Settings.Choice(
                fields.date("fetchFrom", before.fetchFrom(), defaults.fetchFrom()),
                views(before.views()),
                fields.duration("minimumLength", before.minimumLength(), Duration.ZERO),
                fields.duration("falseStart", before.falseStart(), Duration.ZERO),
                expression("topicInclude", before.topicInclude()),
                expression("topicExclude", before.topicExclude()),
                fields.flag("webinars", before.webinars(), defaults.webinars()),
                fields.flag("privateChat", before.privateChat(), defaults.privateChat()));
    }

    private List<String> views(List<String> before) {
        if (!fields.has("views")) return before;
        var views = new LinkedHashSet<String>();
        for (var view : fields.lines("views", "").split("[\\s,;]+", -1)) {
            if (view.isEmpty()) continue;
            if (!VIEW.matcher(view).matches()) {
                fields.wrong("views", "These are names of Zoom's views such as active_speaker, one a line.");
            }
            views.add(view);
        }
        return List.copyOf(views);
    }

    private @Nullable String expression(String field, @Nullable String before) {
        var text = fields.optional(field, before);
        if (text == null) return null;
        var problem = TopicRule.problem(text);
        if (!problem.isEmpty()) fields.wrong(field, problem);
        if (text.length() > 500) fields.wrong(field, "This is too long; 500 characters are the most.");
        return text;
    }
}
