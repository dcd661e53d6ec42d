package perennial.sync;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import perennial.people.PersonId;

/** What a Manager chose for one connection; its secrets apart. Equal settings are the same settings. */
public record Settings(String name, Door door, Whose whose, Publishing publishing, Deletion deletion, Choice choice) {
    static final URI OAUTH_URL = URI.create("https://zoom.us");
    static final URI API_URL = URI.create("https://api.zoom.us/v2");

    /** Those of a new connection. */
    static Settings defaults(LocalDate fetchFrom) {
        return new Settings(
                "Zoom",
                new Door(Auth.SERVER_TO_SERVER, null, null, null, OAUTH_URL, API_URL),
                new Whose(List.of(), false),
                new Publishing(PublishAs.ME, null, Map.of(), true, PublishStatus.DRAFT),
                new Deletion(false, Duration.ofDays(3), false, false, 100),
                new Choice(fetchFrom, List.of(), Duration.ZERO, Duration.ZERO, null, null, true, false));
    }

    /**
     * How Zoom is reached.
     *
     * @param oauthUrl an origin; {@code /oauth/token} is appended
     * @param apiUrl includes the version; also decides where downloads may come from
     */
    public record Door(
            Auth auth,
            @Nullable String accountId,
            @Nullable String clientId,
            @Nullable String apiKey,
            URI oauthUrl,
            URI apiUrl) {

        /** Whose ledger it is; empty while the form is not filled in. */
        String zoomAccount() {
            if (accountId != null) return accountId;
            return apiKey == null ? "" : apiKey;
        }

        /** Whether what is secret for the one may be sent to the other. */
        boolean sameHosts(Door other) {
            return origin(oauthUrl).equals(origin(other.oauthUrl))
                    && origin(apiUrl).equals(origin(other.apiUrl));
        }

        private static String origin(URI address) {
            return "%s://%s"
                    .formatted(address.getScheme(), address.getRawAuthority())
                    .toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Whose recordings are fetched.
     *
     * @param users e-mail addresses, as typed; empty for everybody
     */
    public record Whose(List<String> users, boolean stopOnUnknownUser) {
        public Whose {
            users = List.copyOf(users);
        }

        /** Whether recordings hosted by this address are wanted. */
        boolean includes(@Nullable String email) {
            return users.isEmpty() || (email != null && users.stream().anyMatch(email.strip()::equalsIgnoreCase));
        }
    }

    /**
     * What becomes of them here.
     *
     * @param fallbackOwner takes what cannot be matched, and what belongs to somebody who may not publish
     * @param aliases address at Zoom, in lower case, to the person it belongs to here
     */
    public record Publishing(
            PublishAs publishAs,
            @Nullable PersonId fallbackOwner,
            Map<String, PersonId> aliases,
            boolean concatenate,
            PublishStatus publishStatus) {
        public Publishing {
            aliases = Collections.unmodifiableMap(new TreeMap<>(aliases));
        }

        /** Whom this Zoom user is here by an alias; null without one. */
        @Nullable
        PersonId alias(@Nullable String zoomEmail) {
            return zoomEmail == null ? null : aliases.get(zoomEmail.strip().toLowerCase(Locale.ROOT));
        }
    }

    /** What becomes of them at Zoom. */
    public record Deletion(boolean deleteFromZoom, Duration grace, boolean permanently, boolean unimported, int cap) {}

    /**
     * Which recordings, and what of them.
     *
     * @param fetchFrom first day, UTC
     * @param views Zoom's {@code recording_type}s; empty for all
     * @param minimumLength shorter recordings are left at Zoom
     * @param falseStart a first segment shorter than this is left out of the video
     * @param topicInclude regular expression found anywhere in the topic, ignoring case
     */
    public record Choice(
            LocalDate fetchFrom,
            List<String> views,
            Duration minimumLength,
            Duration falseStart,
            @Nullable String topicInclude,
            @Nullable String topicExclude,
            boolean webinars,
            boolean privateChat) {
        public Choice {
            views = List.copyOf(views);
        }
    }
}
