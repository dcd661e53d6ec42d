package perennial.sync.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import perennial.sync.Auth;
import perennial.sync.PublishAs;
import perennial.sync.PublishStatus;

/**
 * The settings of a connection that may be sent, for the description of the API: {@code SettingsReader} reads them field by
 * field. One that is not there stays as it is, or gets its default; an empty secret keeps the old one.
 *
 * @param clientSecret write-only, as all secrets
 * @param oauthUrl an origin, such as {@code https://zoom.us}
 * @param apiUrl with the version, such as {@code https://api.zoom.us/v2}
 * @param users e-mail addresses; empty: everyone
 * @param aliases a person's id or e-mail address, by Zoom e-mail address
 * @param fallbackOwner a person's id or e-mail address
 * @param deleteGrace such as {@code P3D}
 * @param deletionCap recordings in one sync
 * @param views Zoom's names of them; empty: all
 * @param minimumLength such as {@code PT5M}
 * @param falseStart a first segment shorter than this is left out
 * @param topicInclude a regular expression
 * @param topicExclude a regular expression
 * @param confirm the words that allow more to be deleted at Zoom, as the refusal without them gives them
 */
record ConnectionFieldsJson(
        @Nullable String name,
        @Nullable Auth auth,
        @Nullable String accountId,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String apiKey,
        @Nullable String apiSecret,
        @Nullable String webhookSecret,
        @Nullable String oauthUrl,
        @Nullable String apiUrl,
        @Nullable List<String> users,
        @Nullable Boolean stopOnUnknownUser,
        @Nullable PublishAs publishAs,
        @Nullable Map<String, String> aliases,
        @Nullable String fallbackOwner,
        @Nullable Boolean concatenate,
        @Nullable PublishStatus publishStatus,
        @Nullable Boolean deleteFromZoom,
        @Nullable String deleteGrace,
        @Nullable Boolean deletePermanently,
        @Nullable Boolean deleteUnimported,
        @Nullable Integer deletionCap,
        @Nullable LocalDate fetchFrom,
        @Nullable List<String> views,
        @Nullable String minimumLength,
        @Nullable String falseStart,
        @Nullable String topicInclude,
        @Nullable String topicExclude,
        @Nullable Boolean webinars,
        @Nullable Boolean privateChat,
        @Nullable Boolean enabled,
        @Nullable String confirm) {}
