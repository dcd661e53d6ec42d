package perennial.sync.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import perennial.sync.Connection;

/** A connection as the API shows it: all its settings by their names in the automation contract, and no secret. */
final class ConnectionJson {
    private ConnectionJson() {}

    static Map<String, @Nullable Object> of(Connection connection) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", connection.id().toString());
        var settings = connection.settings();
        json.put("name", settings.name());
        json.put("auth", settings.door().auth().word());
        json.put("accountId", settings.door().accountId());
        json.put("clientId", settings.door().clientId());
        json.put("apiKey", settings.door().apiKey());
        json.put("secretsSaved", connection.secretsSaved().stream().sorted().toList());
        json.put("oauthUrl", settings.door().oauthUrl().toString());
        json.put("apiUrl", settings.door().apiUrl().toString());
        json.put("users", settings.whose().users());
        json.put("stopOnUnknownUser", settings.whose().stopOnUnknownUser());
        var publishing = settings.publishing();
        var fallback = publishing.fallbackOwner();
        json.put("publishAs", publishing.publishAs().word());
        var aliases = new LinkedHashMap<String, String>();
        publishing.aliases().forEach((email, person) -> aliases.put(email, person.toString()));
        json.put("aliases", aliases);
        json.put("fallbackOwner", fallback == null ? null : fallback.toString());
        json.put("concatenate", publishing.concatenate());
        json.put("publishStatus", publishing.publishStatus().word());
        var deletion = settings.deletion();
        json.put("deleteFromZoom", deletion.deleteFromZoom());
        json.put(
                "deleteGrace",
                deletion.grace().toHours() % 24 == 0 && deletion.grace().toDays() > 0
                        ? "P%dD".formatted(deletion.grace().toDays())
                        : deletion.grace().toString());
        json.put("deletePermanently", deletion.permanently());
        json.put("deleteUnimported", deletion.unimported());
        json.put("deletionCap", deletion.cap());
        var choice = settings.choice();
        json.put("fetchFrom", choice.fetchFrom().toString());
        json.put("views", List.copyOf(choice.views()));
        json.put("minimumLength", choice.minimumLength().toString());
        json.put("falseStart", choice.falseStart().toString());
        json.put("topicInclude", choice.topicInclude());
        json.put("topicExclude", choice.topicExclude());
        json.put("webinars", choice.webinars());
        json.put("privateChat", choice.privateChat());
        json.put("enabled", connection.enabled());
        json.put("createdAt", connection.createdAt());
        return json;
    }
}
