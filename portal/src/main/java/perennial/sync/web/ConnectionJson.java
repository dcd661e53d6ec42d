package perennial.sync.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import perennial.sync.Auth;
import perennial.sync.Connection;
import perennial.sync.PublishAs;
import perennial.sync.PublishStatus;
import perennial.sync.Settings;

/**
 * A connection as the API shows it: all its settings by their names in the automation contract, and no secret.
 *
 * @param secretsSaved names of the secrets that have a value
 * @param users e-mail addresses; empty: everyone
 * @param aliases person ids by Zoom e-mail address
 * @param fallbackOwner id of a person
 * @param deleteGrace such as {@code P3D}
 * @param deletionCap recordings in one sync
 * @param views Zoom's names of them; empty: all
 * @param minimumLength such as {@code PT5M}
 * @param falseStart a first segment shorter than this is left out
 * @param topicInclude a regular expression
 * @param topicExclude a regular expression
 */
record ConnectionJson(
        String id,
        String name,
        Auth auth,
        @Nullable String accountId,
        @Nullable String clientId,
        @Nullable String apiKey,
        List<String> secretsSaved,
        String oauthUrl,
        String apiUrl,
        List<String> users,
        boolean stopOnUnknownUser,
        PublishAs publishAs,
        Map<String, String> aliases,
        @Nullable String fallbackOwner,
        boolean concatenate,
        PublishStatus publishStatus,
        boolean deleteFromZoom,
        String deleteGrace,
        boolean deletePermanently,
        boolean deleteUnimported,
        int deletionCap,
        LocalDate fetchFrom,
        List<String> views,
        String minimumLength,
        String falseStart,
        @Nullable String topicInclude,
        @Nullable String topicExclude,
        boolean webinars,
        boolean privateChat,
        boolean enabled,
        Instant createdAt) {

    static ConnectionJson of(Connection connection) {
        var settings = connection.settings();
        var door = settings.door();
        var publishing = settings.publishing();
        var fallback = publishing.fallbackOwner();
        var deletion = settings.deletion();
        var choice = settings.choice();
        return new ConnectionJson(
                connection.id().toString(),
                settings.name(),
                door.auth(),
                door.accountId(),
                door.clientId(),
                door.apiKey(),
                connection.secretsSaved().stream().sorted().toList(),
                door.oauthUrl().toString(),
                door.apiUrl().toString(),
                settings.whose().users(),
                settings.whose().stopOnUnknownUser(),
                publishing.publishAs(),
                aliases(publishing),
                fallback == null ? null : fallback.toString(),
                publishing.concatenate(),
                publishing.publishStatus(),
                deletion.deleteFromZoom(),
                days(deletion.grace()),
                deletion.permanently(),
                deletion.unimported(),
                deletion.cap(),
                choice.fetchFrom(),
                List.copyOf(choice.views()),
                choice.minimumLength().toString(),
                choice.falseStart().toString(),
                choice.topicInclude(),
                choice.topicExclude(),
                choice.webinars(),
                choice.privateChat(),
                connection.enabled(),
                connection.createdAt());
    }

    private static Map<String, String> aliases(Settings.Publishing publishing) {
        var aliases = new LinkedHashMap<String, String>();
        publishing.aliases().forEach((email, person) -> aliases.put(email, person.toString()));
        return aliases;
    }

    /** In days where they are whole, as it is typed. */
    private static String days(Duration length) {
        return length.toHours() % 24 == 0 && length.toDays() > 0
                ? "P%dD".formatted(length.toDays())
                : length.toString();
    }
}
